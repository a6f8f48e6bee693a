#!/usr/bin/env python3
"""Runs the program as a user does and compares whole outputs.

    run.py PROGRAM CASE.md... [--accept]

A case is a Markdown file. Its blocks fenced with ```console hold commands, each in this shape:

    $ command            run by bash; `shinchoku` is PROGRAM; all blocks of a file share one
    input                fresh folder, in which sample_workbooks, templates, files
    ^D                   (tests/commands/files) and shared (../shared) can be read
    stdout
    2> a line of stderr
    => exit status       (left out for 0)

The input and its ^D are left out where there is none. A block fenced with ```file NAME becomes a
file of the folder. --accept rewrites what is expected with what came. Standard library only.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
LINKS = {
    'sample_workbooks': PROJECT / 'sample_workbooks',
    'templates': PROJECT / 'templates',
    'files': PROJECT / 'tests/commands/files',
    'shared': PROJECT.parent / 'shared',
}


def environment(program):
    kept = {'PATH': f'{program.parent}{os.pathsep}{os.environ["PATH"]}', 'LC_ALL': 'C.UTF-8'}
    kept.update(TZ='Asia/Tokyo', TERM='dumb', HOME=os.environ.get('HOME', '/'))
    # A sanitizer build finds its options here.
    kept.update({k: v for k, v in os.environ.items() if k.endswith('SAN_OPTIONS')})
    return kept


def split_blocks(lines):
    """Gives (info, first, end) of each fenced block: lines[first:end] is its content."""
    start = None
    for number, line in enumerate(lines):
        if start is None and line.startswith('```'):
            start, info = number + 1, line[3:].strip()
        elif start is not None and line == '```':
            yield info, start, number
            start = None


def split_commands(block):
    """Gives (command, input or None, expected lines) of each command of a block."""
    starts = [i for i, line in enumerate(block) if line.startswith('$ ')] + [len(block)]
    for start, end in zip(starts, starts[1:]):
        body = block[start + 1:end]
        if '^D' in body:
            cut = body.index('^D')
            yield block[start][2:], body[:cut], body[cut + 1:]
        else:
            yield block[start][2:], None, body


def run(command, typed, folder, program):
    given = ''.join(line + '\n' for line in typed or [])
    done = subprocess.run(['bash', '-c', command], cwd=folder, input=given.encode(),
                          capture_output=True, env=environment(program), timeout=120)
    out = done.stdout.decode('utf-8', 'backslashreplace').splitlines()
    out += [('2> ' + line).rstrip(' ')
            for line in done.stderr.decode('utf-8', 'backslashreplace').splitlines()]
    return out + ([f'=> {done.returncode}'] if done.returncode else [])


def run_case(case, program):
    """Runs one file; gives its failures as (command, expected, got) and its text as it came."""
    lines = case.read_text(encoding='utf-8').split('\n')
    came, failures, copied = [], [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for link, target in LINKS.items():
            if target.exists():
                (folder / link).symlink_to(target)
        for info, first, end in split_blocks(lines):
            came += lines[copied:first]
            copied = first
            if info.startswith('file '):
                target = folder / info[5:]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(''.join(line + '\n' for line in lines[first:end]),
                                  encoding='utf-8')
            elif info == 'console':
                for command, typed, expected in split_commands(lines[first:end]):
                    got = run(command, typed, folder, program)
                    came += ['$ ' + command]
                    came += typed + ['^D'] if typed is not None else []
                    came += got
                    if got != expected:
                        failures.append((command, expected, got))
                copied = end
    return failures, '\n'.join(came + lines[copied:])


def main():
    arguments = [a for a in sys.argv[1:] if a != '--accept']
    accept = '--accept' in sys.argv
    if len(arguments) < 2:
        sys.exit(__doc__)
    program = pathlib.Path(arguments[0]).resolve()
    bad = 0
    for case in map(pathlib.Path, arguments[1:]):
        failures, text = run_case(case, program)
        if accept:
            case.write_text(text, encoding='utf-8')
            continue
        bad += len(failures)
        for command, expected, got in failures:
            print(f'{case}: $ {command}')
            print('expected:', *expected, sep='\n    ')
            print('got:', *got, sep='\n    ')
        if failures:
            print(f'alone: python3 {__file__} {program} {case}   (--accept takes what came)')
    sys.exit(1 if bad else 0)


if __name__ == '__main__':
    main()
