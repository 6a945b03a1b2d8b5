package org.volans.adql.ui.internal.text;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;

/** Closes parentheses and quotes as they are opened, steps over them when they are typed, takes both away together. */
@NonNullByDefault({})
public final class AutoClose implements IAutoEditStrategy {

    private static final String OPENING = "('\"";
    private static final String CLOSING = ")'\"";

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        try {
            if (command.length == 0 && command.text.length() == 1) {
                typed(document, command);
            } else if (command.length == 1 && command.text.isEmpty()) {
                deleted(document, command);
            }
        } catch (BadLocationException e) {
            throw new IllegalStateException("a change outside of the document", e);
        }
    }

    private static void typed(IDocument document, DocumentCommand command) throws BadLocationException {
        char typed = command.text.charAt(0);
        char next = charAt(document, command.offset);
        if (CLOSING.indexOf(typed) >= 0 && next == typed) {
            command.text = "";
            command.caretOffset = command.offset + 1;
            command.shiftsCaret = false;
            return;
        }
        int pair = OPENING.indexOf(typed);
        boolean quote = pair > 0;
        boolean room = next == 0 || Character.isWhitespace(next) || ",);".indexOf(next) >= 0;
        char before = charAt(document, command.offset - 1);
        boolean inside =
                quote && (Character.isLetterOrDigit(before) || before == typed || quoted(document, command.offset));
        if (pair >= 0 && room && !inside) {
            command.text = typed + CLOSING.substring(pair, pair + 1);
            command.caretOffset = command.offset + 1;
            command.shiftsCaret = false;
        }
    }

    /** Backspace between the two of an empty pair. */
    private static void deleted(IDocument document, DocumentCommand command) throws BadLocationException {
        int pair = OPENING.indexOf(charAt(document, command.offset));
        if (pair >= 0 && charAt(document, command.offset + 1) == CLOSING.charAt(pair)) {
            command.length = 2;
        }
    }

    private static boolean quoted(IDocument document, int offset) throws BadLocationException {
        int line = document.getLineInformationOfOffset(offset).getOffset();
        String before = document.get(line, offset - line);
        long single = before.chars().filter(c -> c == '\'').count();
        long both = before.chars().filter(c -> c == '"').count();
        return single % 2 == 1 || both % 2 == 1 || before.contains("--");
    }

    private static char charAt(IDocument document, int offset) throws BadLocationException {
        return offset < 0 || offset >= document.getLength() ? 0 : document.getChar(offset);
    }
}
