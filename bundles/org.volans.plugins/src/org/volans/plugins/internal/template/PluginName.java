package org.volans.plugins.internal.template;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a new plug-in is called.
 *
 * @param folder of the project
 * @param id     of its bundle, which is its package, too; those of its feature, tests and site begin with it
 */
record PluginName(String folder, String id) {

    private static final Pattern SEGMENT = Pattern.compile("[a-z][a-z0-9_]*");

    /** With the endings of the parts of the project still no longer than file names and symbolic names may be. */
    private static final int LONGEST = 100;

    /** Java Language Specification 21, section 3.9, and the literals of 3.10. */
    private static final Set<String> KEYWORDS = Set.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                            + " false final finally float for goto if implements import instanceof int interface long"
                            + " native new null package private protected public return short static strictfp super"
                            + " switch synchronized this throw throws transient true try void volatile while")
                    .split(" "));

    /** Names of devices: Windows makes no folder of these. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com\\d|lpt\\d");

    private static final Set<String> NOT_YOURS = Set.of("java", "javax", "org.volans");

    /** What a plug-in of a single word is a part of, unless its author says it: a domain that is nobody's (RFC 2606). */
    private static final String NOBODY = "org.example";

    /**
     * Of what the user gave.
     *
     * @param name    a word, or a package of several
     * @param package the package, when it was given apart
     * @throws IllegalArgumentException with the line for the user
     */
    static PluginName of(String name, Optional<String> apart) {
        check(name);
        apart.ifPresent(PluginName::check);
        String id = apart.orElse(name.contains(".") ? name : NOBODY + "." + name);
        for (String theirs : NOT_YOURS) {
            if (id.equals(theirs) || id.startsWith(theirs + ".")) {
                throw new IllegalArgumentException("'" + id + "': names that begin with " + theirs
                        + " are not for plug-ins of others; use one of your own, such as org.example.galactic");
            }
        }
        return new PluginName(name, id);
    }

    /** Whether it can be a package and a bundle: lower-case words of ASCII letters, digits and "_", with dots between. */
    static void check(String name) {
        if (name.length() > LONGEST) {
            throw new IllegalArgumentException("'" + name.substring(0, 20)
                    + "…' is too long: a plug-in's name has at most " + LONGEST + " letters");
        }
        for (String segment : name.split("\\.", -1)) {
            if (!SEGMENT.matcher(segment).matches()) {
                throw new IllegalArgumentException(
                        "'" + name + "' cannot be a Java package: use words of a-z, 0-9 and _"
                                + " that begin with a letter, with dots between them, such as " + suggestion(name));
            }
            if (KEYWORDS.contains(segment)) {
                throw new IllegalArgumentException("'" + name + "' cannot be a Java package: '" + segment
                        + "' is a word of the Java language; use another, such as my" + segment);
            }
            if (DEVICE.matcher(segment).matches()) {
                throw new IllegalArgumentException("'" + name + "': Windows has a device called '" + segment
                        + "' and can make no folder of it; use another, such as my" + segment);
            }
        }
    }

    /** The name as it may be, where what was given is near enough to tell. */
    private static String suggestion(String name) {
        String near = name.toLowerCase(Locale.ROOT).replaceAll("[- ]+", "_");
        for (String segment : near.split("\\.", -1)) {
            if (!SEGMENT.matcher(segment).matches()
                    || KEYWORDS.contains(segment)
                    || DEVICE.matcher(segment).matches()) {
                return "galactic or org.example.galactic";
            }
        }
        return near;
    }

    /** Its last part, by which it is called for short. */
    String word() {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    /** The word as commands are written: {@code cross-match} of {@code cross_match}. */
    String command() {
        return word().replaceAll("_+$", "").replaceAll("_+", "-");
    }

    /** The word as Java classes are written: {@code CrossMatch} of {@code cross_match}. */
    String type() {
        StringBuilder type = new StringBuilder();
        for (String part : word().split("_+")) {
            type.append(capital(part));
        }
        return type.toString();
    }

    /** For people. */
    String label() {
        return capital(word().replaceAll("_+", " ").strip());
    }

    /** The folders of its package. */
    String path() {
        return id.replace('.', '/');
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
