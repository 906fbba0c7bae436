package org.gridclear.bench.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What a source file says of itself, as its syntax tree has it.
 *
 * @param packageName its package
 * @param type name of its type
 * @param lines number of lines
 * @param typeLines lines from the declaration of its type to the last brace: neither imports nor
 *     what stands before it
 * @param methodLines lines of each method with a body, by name and line
 * @param imports names that it imports
 * @param identifiers simple names that it uses; a sealed type does not use those that it permits
 */
record SourceFacts(
    String packageName,
    String type,
    int lines,
    int typeLines,
    Map<String, Integer> methodLines,
    Set<String> imports,
    Set<String> identifiers) {

  /** The files, parsed by the JDK's own compiler. */
  static List<SourceFacts> of(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<SourceFacts> facts = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        facts.add(facts(unit, positions));
      }
    }
    return facts;
  }

  private static SourceFacts facts(CompilationUnitTree unit, SourcePositions positions)
      throws IOException {
    Path file = Path.of(unit.getSourceFile().toUri());
    Scanner scanner = new Scanner(unit, positions);
    scanner.scan(unit, null);
    return new SourceFacts(
        Objects.requireNonNull(unit.getPackageName(), file.toString()).toString(),
        file.getFileName().toString().replaceFirst("\\.java$", ""),
        Files.readAllLines(file).size(),
        scanner.typeLines,
        scanner.methodLines,
        scanner.imports,
        scanner.identifiers);
  }

  private static final class Scanner extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final CharSequence text;
    private final Map<String, Integer> methodLines = new LinkedHashMap<>();
    private final Set<String> imports = new LinkedHashSet<>();
    private final Set<String> identifiers = new LinkedHashSet<>();
    private String type = "";
    private int typeLines;

    Scanner(CompilationUnitTree unit, SourcePositions positions) throws IOException {
      this.unit = unit;
      this.positions = positions;
      this.text = unit.getSourceFile().getCharContent(true);
    }

    private int line(long position) {
      return (int) unit.getLineMap().getLineNumber(position);
    }

    @Override
    public Void visitImport(ImportTree node, Void nothing) {
      imports.add(node.getQualifiedIdentifier().toString());
      return null;
    }

    @Override
    public Void visitClass(ClassTree node, Void nothing) {
      String outer = type;
      if (outer.isEmpty()) {
        typeLines = Math.max(typeLines, linesWithoutAnnotations(node));
      }
      type = node.getSimpleName().length() == 0 ? outer : node.getSimpleName().toString();
      scan(node.getModifiers(), nothing);
      scan(node.getTypeParameters(), nothing);
      scan(node.getExtendsClause(), nothing);
      scan(node.getImplementsClause(), nothing);
      scan(node.getMembers(), nothing);
      type = outer;
      return null;
    }

    private int linesWithoutAnnotations(ClassTree node) {
      long from = positions.getEndPosition(unit, node.getModifiers());
      if (from < 0) {
        from = positions.getStartPosition(unit, node);
      }
      while (Character.isWhitespace(text.charAt((int) from))) {
        from++;
      }
      return line(positions.getEndPosition(unit, node)) - line(from) + 1;
    }

    @Override
    public Void visitMethod(MethodTree node, Void nothing) {
      if (node.getBody() != null && positions.getStartPosition(unit, node) >= 0) {
        int from = line(positions.getStartPosition(unit, node));
        int to = line(positions.getEndPosition(unit, node));
        methodLines.put(type + "." + node.getName() + ":" + from, to - from + 1);
      }
      return super.visitMethod(node, nothing);
    }

    @Override
    public Void visitIdentifier(IdentifierTree node, Void nothing) {
      identifiers.add(node.getName().toString());
      return null;
    }
  }
}
