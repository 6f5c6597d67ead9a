import { FeelFunction } from 'feelin';

/**
 * An aansluitpunt: the place where one bestuursorgaan lets others hang their own indieningsvereisten. Which those are
 * is settled outside the file. With nothing connected there is nothing more to hand in, so that it is met.
 *
 * @source IMTR, `invoke(namespace, model name, decision name, parameters)`
 */
export const aansluitpunt = new FeelFunction(() => true, ['namespace', 'model name', 'decision name', 'parameters']);
