package org.volans.adql.internal;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.adql.internal.Names.Name;
import org.volans.adql.internal.grammar.AdqlParser.CallContext;
import org.volans.adql.internal.grammar.AdqlParser.ColumnContext;
import org.volans.adql.internal.grammar.AdqlParser.ConditionContext;
import org.volans.adql.internal.grammar.AdqlParser.ConstantContext;

/** Looks through the grammar's layers for what an expression is at heart. */
final class Trees {

    private Trees() {}

    /** The node below all nodes that have but one child. */
    private static ParserRuleContext heart(ConditionContext condition) {
        ParserRuleContext node = condition;
        while (node.getChildCount() == 1
                && node.getChild(0) instanceof ParserRuleContext child
                && !(node instanceof ColumnContext)) {
            node = child;
            if (node instanceof ConstantContext || node instanceof ColumnContext || node instanceof CallContext) {
                break;
            }
        }
        return node;
    }

    /** The path of a plain column reference, else empty. */
    static List<Name> path(ConditionContext condition) {
        return heart(condition) instanceof ColumnContext column ? Name.of(column.identifier()) : List.of();
    }

    /** The function called, else {@code null}. */
    static @Nullable String function(ConditionContext condition) {
        return heart(condition) instanceof CallContext call
                ? call.functionName().getText()
                : null;
    }

    /** The number of a result column that a sort key or group is, else 0. */
    static int ordinal(ConditionContext condition) {
        if (heart(condition) instanceof ConstantContext constant
                && constant.literal().UNSIGNED() != null
                && constant.getText().length() < 6) {
            return Integer.parseInt(constant.getText());
        }
        return 0;
    }
}
