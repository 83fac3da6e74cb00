package dev.parley.testkit.house;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The sources below a folder, as the compiler reads them; nothing is compiled. */
final class Sources {

    private Sources() {}

    /** Every public declaration, and what its Javadoc lacks. */
    static List<Declaration> declarations(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(in(folder)));
            DocTrees docs = DocTrees.instance(task);
            return StreamSupport.stream(task.parse().spliterator(), false).flatMap(unit -> declarations(unit, docs).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Declaration> declarations(CompilationUnitTree unit, DocTrees docs) {
        var found = new ArrayList<Declaration>();
        new PublicDeclarations(path -> docs.getDocCommentTree(path), found).scan(unit, null);
        return found;
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java") && !f.endsWith("module-info.java") && !f.endsWith("package-info.java"))
                    .toList();
        }
    }

    /** Where the comment of a declaration is. */
    interface Comments {
        @Nullable
        DocCommentTree of(TreePath path);
    }

    /**
     * A public type or method.
     *
     * @param name what it is called, its type's name first
     * @param isType whether it is a type
     * @param lacks what its Javadoc lacks; empty when it lacks nothing
     */
    record Declaration(String name, boolean isType, List<String> lacks) {}
}
