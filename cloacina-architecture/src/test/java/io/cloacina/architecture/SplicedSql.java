package io.cloacina.architecture;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether an expression puts something into a text that begins like SQL or JPQL: a sum with more than constants, or a format. */
final class SplicedSql {
    private static final Pattern SQL =
            Pattern.compile("(?is)\\s*(select\\b|insert into|update\\b|delete from|with \\w+ as"
                    + "|(create|drop|alter) (or replace )?(table|index|view|trigger|function|schema|role|database|extension)"
                    + "|grant\\b|revoke\\b|truncate\\b|merge into|copy \\w+ (to|from)|set (search_path|role|session|local)"
                    + "|pragma\\b|attach\\b|vacuum\\b|listen\\b|notify\\b|lock table|from [A-Z{]).*");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Set<String> FORMATS = Set.of("formatted", "replace", "replaceAll", "concat", "format");

    private static final Set<String> DIGITS = Set.of("Integer.toString", "Long.toString");

    private SplicedSql() {}

    static boolean isSpliced(BinaryTree sum) {
        if (sum.getKind() != Tree.Kind.PLUS) {
            return false;
        }
        List<ExpressionTree> parts = new ArrayList<>();
        collect(sum, parts);
        return isSql(parts.get(0)) && parts.stream().anyMatch(part -> !isConstant(part));
    }

    /** {@code "select …".formatted(x)} and its like; {@code String.format("select …", x)}. */
    static boolean isSpliced(MethodInvocationTree call) {
        if (!(call.getMethodSelect() instanceof MemberSelectTree method)
                || !FORMATS.contains(method.getIdentifier().toString())) {
            return false;
        }
        boolean isGiven = call.getArguments().stream().anyMatch(argument -> isSql(argument));
        return (isSql(method.getExpression()) || isGiven)
                && call.getArguments().stream().anyMatch(argument -> !isConstant(argument));
    }

    private static void collect(ExpressionTree tree, List<ExpressionTree> parts) {
        if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            collect(sum.getLeftOperand(), parts);
            collect(sum.getRightOperand(), parts);
        } else if (tree instanceof ParenthesizedTree inner) {
            collect(inner.getExpression(), parts);
        } else {
            parts.add(tree);
        }
    }

    private static boolean isSql(ExpressionTree tree) {
        return tree instanceof LiteralTree literal
                && literal.getValue() instanceof String text
                && SQL.matcher(text).matches();
    }

    /** The digits of a number are no more than that. */
    private static boolean isConstant(ExpressionTree tree) {
        if (tree instanceof MethodInvocationTree call) {
            return DIGITS.contains(call.getMethodSelect().toString());
        }
        if (tree instanceof IdentifierTree name) {
            return CONSTANT.matcher(name.getName()).matches();
        }
        return tree instanceof LiteralTree
                || tree instanceof MemberSelectTree member
                        && CONSTANT.matcher(member.getIdentifier()).matches();
    }
}
