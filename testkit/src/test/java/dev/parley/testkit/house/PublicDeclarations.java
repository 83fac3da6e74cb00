package dev.parley.testkit.house;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.parley.testkit.house.Sources.Comments;
import dev.parley.testkit.house.Sources.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Walks through a source and writes down what is public, and what its Javadoc lacks. */
final class PublicDeclarations extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Comments comments;
    private final List<Declaration> found;

    PublicDeclarations(Comments comments, List<Declaration> found) {
        this.comments = comments;
        this.found = found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        if (isPublic(type.getModifiers())) {
            found.add(new Declaration(type.getSimpleName().toString(), true, lacks(components(type))));
            super.visitClass(type, null);
        }
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        boolean overrides =
                method.getModifiers().getAnnotations().stream().anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
        if (isPublic(method.getModifiers()) && !overrides) {
            found.add(new Declaration(enclosing().getSimpleName() + "." + method.getName(), false, lacks(List.of())));
        }
        return null;
    }

    private List<String> lacks(List<String> parameters) {
        DocCommentTree comment = comments.of(getCurrentPath());
        if (comment == null || comment.getFirstSentence().isEmpty()) {
            return List.of("a comment");
        }
        Set<String> described = comment.getBlockTags()
                .stream()
                .filter(tag -> tag.getKind() == DocTree.Kind.PARAM)
                .map(tag -> ((ParamTree) tag).getName().getName().toString())
                .collect(Collectors.toSet());
        Stream<String> undescribed = parameters.stream().filter(p -> !described.contains(p)).map(p -> "@param " + p);
        return Stream.concat(undescribed, endsAsSentence(comment) ? Stream.empty() : Stream.of("a full stop")).toList();
    }

    private static boolean endsAsSentence(DocCommentTree comment) {
        String sentence = comment.getFirstSentence().stream().map(DocTree::toString).collect(Collectors.joining());
        return sentence.endsWith(".") || sentence.endsWith("?") || sentence.endsWith(":") || sentence.endsWith("}");
    }

    private boolean isPublic(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        TreePath parent = getCurrentPath().getParentPath();
        boolean isInInterface = parent.getLeaf().getKind() == Tree.Kind.INTERFACE && !flags.contains(Modifier.PRIVATE);
        return isInInterface || flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED);
    }

    private ClassTree enclosing() {
        return (ClassTree) getCurrentPath().getParentPath().getLeaf();
    }

    private static List<String> components(ClassTree type) {
        List<String> names = new ArrayList<>();
        if (type.getKind() == Tree.Kind.RECORD) {
            type.getMembers()
                    .stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(v -> !v.getModifiers().getFlags().contains(Modifier.STATIC))
                    .forEach(v -> names.add(v.getName().toString()));
        }
        return names;
    }
}
