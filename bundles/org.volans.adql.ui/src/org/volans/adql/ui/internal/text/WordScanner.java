package org.volans.adql.ui.internal.text;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.Token;
import org.volans.api.adql.AdqlService;
import org.volans.api.adql.AdqlToken;
import org.volans.api.adql.AdqlToken.Kind;

/** Colours a stretch of a document by ADQL's own lexer; the viewer asks for no more than what has changed. */
@NonNullByDefault({})
public final class WordScanner implements ITokenScanner {

    private final AdqlService adql;
    private final BooleanSupplier dark;
    private final Kind whole;
    private List<AdqlToken> words = List.of();
    private int base;
    private int end;
    private int next;
    private int offset;
    private int length;

    /**
     * @param whole what everything is, for partitions of one kind; {@link Kind#NAME} to look at the words
     * @param dark  whether the text stands on a dark background
     */
    public WordScanner(AdqlService adql, Kind whole, BooleanSupplier dark) {
        this.adql = adql;
        this.whole = whole;
        this.dark = dark;
    }

    @Override
    public void setRange(IDocument document, int from, int size) {
        base = from;
        end = from + size;
        next = 0;
        offset = from;
        length = 0;
        words = whole == Kind.NAME ? read(document, from, size) : List.of(new AdqlToken(whole, 0, Math.max(1, size)));
    }

    private List<AdqlToken> read(IDocument document, int from, int size) {
        try {
            return adql.tokens(document.get(from, size));
        } catch (BadLocationException e) {
            throw new IllegalStateException("the viewer asks for what is not there", e);
        }
    }

    @Override
    public IToken nextToken() {
        offset += length;
        if (offset >= end) {
            length = 0;
            return Token.EOF;
        }
        if (next == words.size() || base + words.get(next).offset() > offset) {
            length = (next == words.size() ? end : base + words.get(next).offset()) - offset;
            return new Token(null);
        }
        AdqlToken word = words.get(next++);
        length = Math.min(word.length(), end - offset);
        return new Token(Colours.of(word.kind(), dark.getAsBoolean()));
    }

    @Override
    public int getTokenOffset() {
        return offset;
    }

    @Override
    public int getTokenLength() {
        return length;
    }
}
