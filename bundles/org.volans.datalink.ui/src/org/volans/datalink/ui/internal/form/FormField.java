package org.volans.datalink.ui.internal.form;

import org.volans.api.InputException;

/** A part of a form for one input, or for inputs that belong together. UI thread only. */
interface FormField {

    /**
     * Adds what the user filled in, if anything.
     *
     * @throws InputException says which field cannot be read, and why
     */
    void fill(Answers answers) throws InputException;
}
