package org.volans.sky.internal.links;

/** A request that cannot be understood; the message says which parameter and why. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean multiple;

    private UsageException(String message, boolean multiple) {
        super(message);
        this.multiple = multiple;
    }

    UsageException(String message) {
        this(message, false);
    }

    static UsageException multiple(String message) {
        return new UsageException(message, true);
    }

    /** The message with the word that SODA 1.0, section 5.2, has for the fault. */
    String sodaMessage() {
        return (multiple ? "MultiValuedParamNotSupported: " : "UsageError: ") + getMessage();
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }
}
