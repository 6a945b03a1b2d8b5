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

    /** Whether the fault is a second value of a parameter. */
    boolean isMultiple() {
        return multiple;
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }
}
