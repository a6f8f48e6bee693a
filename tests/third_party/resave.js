// node resave.js exceljs|sheetjs IN.xlsx OUT.xlsx: opens a workbook and saves it again.
'use strict';

const [library, from, to] = process.argv.slice(2);

async function main() {
  if (library === 'exceljs') {
    const ExcelJS = require('exceljs');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(from);
    await book.xlsx.writeFile(to);
  } else {
    const XLSX = require('xlsx');
    const book = XLSX.readFile(from, { cellNF: true, cellStyles: true, bookVBA: false });
    XLSX.writeFile(book, to, { compression: true });
  }
}

main();
