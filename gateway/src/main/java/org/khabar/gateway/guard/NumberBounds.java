package org.khabar.gateway.guard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bounds numbers before they are turned into values: their digits, and the power of ten that they are raised by. */
final class NumberBounds {
    private final int maxDigits;
    private final int maxExponent;

    NumberBounds(int maxDigits, int maxExponent) {
        this.maxDigits = maxDigits;
        this.maxExponent = maxExponent;
    }

    /** Checks the number literals of a document that has not been parsed. */
    void checkLiterals(String document) {
        LexicalScan scan = new LexicalScan(document);
        while (scan.toNumber()) {
            requireDigits(scan.digits());
            requireExponent(scan.exponent());
        }
    }

    /** Checks all numbers in a value as JSON has it. */
    void check(@Nullable Object value) {
        switch (value) {
            case List<?> list -> list.forEach(this::check);
            case Map<?, ?> map -> map.values().forEach(this::check);
            case BigInteger number -> requireDigits(new BigDecimal(number).precision());
            case BigDecimal number -> {
                requireDigits(number.precision());
                requireExponent(Math.abs((long) number.precision() - number.scale()));
            }
            case null, default -> {}
        }
    }

    private void requireDigits(int digits) {
        if (digits > maxDigits) {
            throw LimitExceededException.of("A number has more than " + maxDigits + " digits");
        }
    }

    private void requireExponent(long exponent) {
        if (exponent > maxExponent) {
            throw LimitExceededException.of("A number is raised by more than " + maxExponent + " powers of ten");
        }
    }
}
