package org.volans.api.cli;

import java.math.BigDecimal;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.volans.api.InputException;

/**
 * Checks of what stands on a command line, for the first lines of {@link CliCommand#run}. What picocli has not refused while
 * it filled the fields is refused here, in the same words for all commands. {@code null} is an option that was not given.
 */
public final class Usage {

    /**
     * Reads what was typed.
     *
     * @param <T> what it is
     */
    @ConsumerType
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * @throws InputException           when it cannot be read
         * @throws IllegalArgumentException likewise
         */
        T read() throws InputException;
    }

    private Usage() {}

    /** @throws UsageException with the message, unless the condition holds */
    public static void require(boolean condition, String message) throws UsageException {
        if (!condition) {
            throw new UsageException(message);
        }
    }

    /**
     * A text that is not blank.
     *
     * @param what the option or word that it stands for
     */
    public static void given(String what, @Nullable String text) throws UsageException {
        require(text == null || !text.isBlank(), what + " is empty");
    }

    /**
     * A number that is not too small.
     *
     * @param what the option or word that it stands for
     */
    public static void atLeast(String what, @Nullable Number value, long least) throws UsageException {
        require(value == null || value.doubleValue() >= least, what + " is at least " + least + ", not " + value);
    }

    /**
     * A number within bounds, which are allowed themselves.
     *
     * @param what the option or word that it stands for
     * @param unit in the plural, or empty
     */
    public static void between(String what, @Nullable Number value, double least, double most, String unit)
            throws UsageException {
        require(
                value == null || value.doubleValue() >= least && value.doubleValue() <= most,
                what + " is " + text(least) + " to " + quantity(most, unit) + ", not " + value);
    }

    /**
     * A number within bounds, of which only the upper one is allowed itself.
     *
     * @param what the option or word that it stands for
     * @param unit in the plural, or empty
     */
    public static void above(String what, @Nullable Number value, double low, double most, String unit)
            throws UsageException {
        require(
                value == null || value.doubleValue() > low && value.doubleValue() <= most,
                what + " is more than " + text(low) + " and at most " + quantity(most, unit) + ", not " + value);
    }

    /** What the reader makes of a word; that it cannot be read is wrong usage. For readers who say what it is about. */
    public static <T> T read(Reader<T> reader) throws UsageException {
        try {
            return reader.read();
        } catch (InputException | IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * As the other one, for readers who do not.
     *
     * @param what the option or word that it stands for
     */
    public static <T> T read(String what, Reader<T> reader) throws UsageException {
        try {
            return read(reader);
        } catch (UsageException e) {
            throw new UsageException(what + ": " + e.getMessage(), e);
        }
    }

    private static String quantity(double value, String unit) {
        return text(value) + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String text(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
