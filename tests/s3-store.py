"""OpenStack Swift with its S3 interface, whole in one process: python3 s3-store.py <folder>. Prints its address when it answers."""

import os
import sys

import eventlet

eventlet.monkey_patch()

from eventlet import wsgi  # noqa: E402
from swift.common.ring import RingBuilder  # noqa: E402
from swift.common.utils import validate_configuration  # noqa: E402
from swift.common import utils  # noqa: E402
from swift.common.wsgi import loadapp  # noqa: E402

map = sys.argv[1]
os.makedirs(f'{map}/schijven/een', exist_ok=True)


def schrijf(naam, tekst):
    with open(f'{map}/{naam}', 'w') as bestand:
        bestand.write(tekst)
    return f'{map}/{naam}'


schrijf('swift.conf', '[swift-hash]\nswift_hash_path_suffix = proef\n')
utils.SWIFT_CONF_FILE = f'{map}/swift.conf'
validate_configuration()
schakels = {
    'catch_errors': 'catch_errors',
    'cache': 'memcache',
    'listing_formats': 'listing_formats',
    's3api': 's3api',
    'tempauth': 'tempauth\nuser_proef_lezer = geheim .admin',
    'copy': 'copy',
}
proxy = f'[DEFAULT]\nswift_dir = {map}\n[pipeline:main]\npipeline = {" ".join(schakels)} proxy-server\n'
proxy += '[app:proxy-server]\nuse = egg:swift#proxy\naccount_autocreate = true\n'
proxy += ''.join(f'[filter:{naam}]\nuse = egg:swift#{wat}\n' for naam, wat in schakels.items())

for soort in ('account', 'container', 'object'):
    deur = eventlet.listen(('127.0.0.1', 0))
    ring = RingBuilder(4, 1, 0)
    plek = {'id': 0, 'region': 1, 'zone': 1, 'weight': 1, 'ip': '127.0.0.1', 'port': deur.getsockname()[1], 'device': 'een'}
    ring.add_dev({**plek, 'replication_ip': plek['ip'], 'replication_port': plek['port']})
    ring.rebalance()
    ring.get_ring().save(f'{map}/{soort}.ring.gz')
    conf = schrijf(
        f'{soort}.conf',
        f'[DEFAULT]\nswift_dir = {map}\ndevices = {map}/schijven\nmount_check = false\ndisable_fallocate = true\n'
        f'[pipeline:main]\npipeline = server\n[app:server]\nuse = egg:swift#{soort}\n',
    )
    eventlet.spawn(wsgi.server, deur, loadapp(conf), log_output=False)

deur = eventlet.listen(('127.0.0.1', 0))
loket = loadapp(schrijf('proxy.conf', proxy))
print(f'http://proef%3Alezer:geheim@127.0.0.1:{deur.getsockname()[1]}', flush=True)
wsgi.server(deur, loket, log_output=False)
