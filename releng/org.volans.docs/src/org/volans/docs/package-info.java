/**
 * Makes a web site and the program's Help of the Markdown in {@code docs/}, and refuses to where a link, a picture or the navigation is
 * broken. {@link org.volans.docs.DocsTool} is the way in.
 */
package org.volans.docs;
