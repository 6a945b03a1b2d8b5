package org.volans.tap.internal;

/** Sees the elements of a document as they are read. */
interface XmlVisitor {

    /**
     * An element begins; its attributes are known.
     *
     * @return whether to read on
     */
    default boolean begins(XmlElement element) {
        return true;
    }

    /** An element ends; its text is known. */
    void ends(XmlElement element);
}
