package org.volans.adql.ui.internal.text;

import org.eclipse.core.filebuffers.IDocumentSetupParticipant;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension3;
import org.eclipse.jface.text.IDocumentPartitioner;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.FastPartitioner;
import org.eclipse.jface.text.rules.IPredicateRule;
import org.eclipse.jface.text.rules.MultiLineRule;
import org.eclipse.jface.text.rules.RuleBasedPartitionScanner;
import org.eclipse.jface.text.rules.Token;

/** Parts a document into comments, texts, delimited names and everything else. */
public final class Partitions implements IDocumentSetupParticipant {

    /** Name of the partitioning. */
    public static final String PARTITIONING = "org.volans.adql";

    public static final String COMMENT = "org.volans.adql.comment";
    public static final String STRING = "org.volans.adql.string";
    public static final String DELIMITED = "org.volans.adql.delimited";

    private static final String[] LEGAL = {COMMENT, STRING, DELIMITED};

    @Override
    @NonNullByDefault({})
    public void setup(IDocument document) {
        if (document instanceof IDocumentExtension3 parted && parted.getDocumentPartitioner(PARTITIONING) == null) {
            RuleBasedPartitionScanner scanner = new RuleBasedPartitionScanner();
            scanner.setPredicateRules(new IPredicateRule[] {
                new EndOfLineRule("--", new Token(COMMENT)),
                new MultiLineRule("'", "'", new Token(STRING)),
                new MultiLineRule("\"", "\"", new Token(DELIMITED))
            });
            IDocumentPartitioner partitioner = new FastPartitioner(scanner, LEGAL);
            partitioner.connect(document);
            parted.setDocumentPartitioner(PARTITIONING, partitioner);
        }
    }

    /** All content types, the default one first. */
    public static String[] types() {
        return new String[] {IDocument.DEFAULT_CONTENT_TYPE, COMMENT, STRING, DELIMITED};
    }
}
