// node notes.js BOOK.xlsx: what ExcelJS sees, as JSON: sheets, their notes, pictures and rules.
'use strict';

const ExcelJS = require('exceljs');

async function main() {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(process.argv[2]);
  const sheets = book.worksheets.map((sheet) => {
    const notes = {};
    const values = {};
    sheet.eachRow({ includeEmpty: true }, (row) => row.eachCell({ includeEmpty: true }, (cell) => {
      if (cell.note) {
        notes[cell.address] = typeof cell.note === 'string'
          ? cell.note : cell.note.texts.map((run) => run.text).join('');
      }
      if (cell.value !== null) {
        values[cell.address] = cell.value;
      }
    }));
    return {
      name: sheet.name, notes, values, pictures: sheet.getImages().length,
      validations: Object.keys(sheet.dataValidations.model),
      rules: sheet.conditionalFormattings.map((one) => one.ref),
      area: sheet.pageSetup.printArea || null,
    };
  });
  process.stdout.write(JSON.stringify(sheets));
}

main();
