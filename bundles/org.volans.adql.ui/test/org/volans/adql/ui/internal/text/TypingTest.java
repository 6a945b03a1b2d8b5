package org.volans.adql.ui.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.TextSelection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What typing does; a bar marks the caret. */
class TypingTest {

    private static final class Typed extends DocumentCommand {

        Typed(int at, int removed, String words) {
            offset = at;
            length = removed;
            text = words;
            caretOffset = -1;
            shiftsCaret = true;
            doit = true;
        }
    }

    private static String type(String marked, int removed, String words) throws BadLocationException {
        int caret = marked.indexOf('|');
        Document document = new Document(marked.replace("|", ""));
        Typed command = new Typed(caret - removed, removed, words);
        new AutoClose().customizeDocumentCommand(document, command);
        document.replace(command.offset, command.length, command.text);
        int now = command.caretOffset >= 0 ? command.caretOffset : command.offset + command.text.length();
        return document.get(0, now) + "|" + document.get(now, document.getLength() - now);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            COUNT|; (; COUNT(|)
            (|); ); ()|
            x = |; '; x = '|'
            x = 'a|'; '; x = 'a'|
            x = 'it|; '; x = 'it'|
            |name; (; (|name
            FROM |; "; FROM "|"
            -- it|; '; -- it'|
            """)
    void closes(String before, String typed, String after) throws BadLocationException {
        assertThat(type(before, 0, typed)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            f(|); f|
            f(|x); f|x)
            """)
    void takesBothAway(String before, String after) throws BadLocationException {
        assertThat(type(before, 1, "")).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            a/b; 0; 3; -- a/-- b
            -- a/-- b; 0; 8; a/b
            a/-- b; 0; 6; -- a/-- -- b
            a//b; 0; 2; -- a//b
            --a; 0; 0; a
            """)
    void togglesComments(String before, int offset, int length, String after) throws BadLocationException {
        Document document = new Document(before.replace('/', '\n'));
        Comments.toggle(document, new TextSelection(document, offset, length));
        assertThat(document.get()).isEqualTo(after.replace('/', '\n'));
    }
}
