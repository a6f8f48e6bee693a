"""The formulas of design/calculation.md: each gives a rate in percent, or nothing where undefined.

They calculate with whatever exact numbers they are given: fractions or long decimals.
"""

import decimal
from decimal import Decimal
from fractions import Fraction


def quotient(a, b):
    return None if b == 0 else 100 * a / b


def simple(a, t):
    return None if t <= 0 or a < 0 else quotient(a, t)


def inverse(a, t):
    return None if t <= 0 or a <= 0 else quotient(t, a)


def mirror(a, t):
    return None if t <= 0 else (200 * t - 100 * a) / t


def progress(a, t, b):
    return None if b is None or t == b else quotient(a - b, t - b)


def pace(a, b, f, t, n):
    if b is None or f is None or f == b or not 1 <= t <= n:
        return None
    return 100 * (a - b) * n / ((f - b) * t)


def keep(a, t, down, tolerance):
    if (a <= t if down else a >= t) or abs(a - t) <= tolerance:
        return 100
    if t <= 0:
        return None
    return mirror(a, t) if down else 100 * a / t


def holds(a, comparator, limit):
    return {"<=": a <= limit, "<": a < limit, ">=": a >= limit, ">": a > limit}[comparator]


def bound(a, comparator, limit):
    if holds(a, comparator, limit):
        return 100
    if limit <= 0 or a < 0:
        return None
    return quotient(limit, a) if comparator[0] == "<" else quotient(a, limit)


def span(a, low, high):
    return bound(a, ">=", low) if a < low else bound(a, "<=", high)


def cumulative(a, t, down):
    if t <= 0 or a < 0:
        return None
    return quotient(t, a) if down else quotient(a, t)


def moved(a, reference, way):
    return {"up": a > reference, "down": a < reference, "keep": a == reference}[way]


# -- constant growth


def power(base, exponent):
    """base^exponent: exact where it is a fraction, else to 120 digits."""
    p, q = exponent.numerator, exponent.denominator
    roots = root(base.numerator, q), root(base.denominator, q)
    if None not in roots:
        return Fraction(*roots) ** p
    with decimal.localcontext() as context:
        context.prec = 120
        log = Decimal(base.numerator).ln() - Decimal(base.denominator).ln()
        return Fraction((log * p / q).exp())


def root(number, q):
    """The q-th root of a whole number where it is whole."""
    low, high = 0, number + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**q <= number else (low, middle)
    return low if low**q == number else None
