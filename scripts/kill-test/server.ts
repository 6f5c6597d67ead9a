/** A loket without pages, to be killed: it serves the API on the database and the folder that it is told. */
import { connect } from '../../db/connect.ts';
import { readConfig } from '../../server/config.ts';
import { startServer } from '../../server/main.ts';

const config = readConfig();
const db = connect(config.engine, { poolSize: config.poolSize });
await startServer(config, db, {});
