// SPDX-License-Identifier: Apache-2.0
// shacl-engine.mjs FOLDER SHAPES DATA: a line for each result; FOLDER has node_modules with shacl-engine, rdf-ext and n3.
import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [folder, shapesFile, dataFile] = process.argv.slice(2)
const require = createRequire(pathToFileURL(folder + '/'))
const load = async (name) => import(pathToFileURL(require.resolve(name)))
const rdf = (await load('rdf-ext')).default
const { StreamParser } = (await load('n3')).default ?? (await load('n3'))
const { Validator } = await load('shacl-engine')

const read = async (file) => {
  const dataset = rdf.dataset()
  for await (const quad of createReadStream(file).pipe(new StreamParser({ factory: rdf }))) dataset.add(quad)
  return dataset
}

const validator = new Validator(await read(shapesFile), { factory: rdf })
const report = await validator.validate({ dataset: await read(dataFile) })
for (const result of report.results) console.log('ValidationResult', result.focusNode.term.value)
