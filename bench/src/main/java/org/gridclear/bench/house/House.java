package org.gridclear.bench.house;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** Measures of the sources below a folder. */
public final class House {
  private static final String PRODUCT = "org.gridclear.";

  private final List<SourceFacts> main;
  private final long testLines;

  private House(List<SourceFacts> main, long testLines) {
    this.main = main;
    this.testLines = testLines;
  }

  /** Reads the sources of every module below a folder. */
  public static House read(Path root) throws IOException {
    List<Path> main = sources(root, "/src/main/java/");
    long tests = 0;
    for (Path file : sources(root, "/src/test/java/")) {
      tests += Files.readAllLines(file).size();
    }
    return new House(SourceFacts.of(main), tests);
  }

  private static List<Path> sources(Path root, String folder) throws IOException {
    return files(root, folder).stream().filter(path -> !isPackage(path)).toList();
  }

  private static List<Path> files(Path root, String folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          /** Leaves out other checkouts, such as builds that are compared with it. */
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            boolean other = !path.equals(root) && Files.exists(path.resolve(".git"));
            return other ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (isSource(path.toString(), folder)) {
              files.add(path);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files.stream().sorted().toList();
  }

  private static boolean isSource(String path, String folder) {
    return path.endsWith(".java") && path.contains(folder) && !path.contains("/target/");
  }

  private static boolean isPackage(Path file) {
    return file.getFileName().toString().equals("package-info.java");
  }

  /** How many packages of main say that nothing is null without a word, of how many. */
  public static String nullMarkedLine(Path root) throws IOException {
    List<Path> packages = files(root, "/src/main/java/").stream().filter(House::isPackage).toList();
    int marked = 0;
    for (Path each : packages) {
      marked += Files.readString(each).contains("\n@NullMarked\n") ? 1 : 0;
    }
    return "%d of %d".formatted(marked, packages.size());
  }

  /** Lines of main and of tests, and their ratio. */
  public String ratioLine() {
    long lines = fileLines().stream().mapToLong(Integer::longValue).sum();
    return "%d, %d, %.2f".formatted(lines, testLines, testLines / (double) lines);
  }

  /** Lines of each file. */
  public List<Integer> fileLines() {
    return main.stream().map(SourceFacts::lines).toList();
  }

  /** Lines of each method that has a body. */
  public List<Integer> methodLines() {
    return main.stream().flatMap(facts -> facts.methodLines().values().stream()).toList();
  }

  /** Number of files of each package. */
  public List<Integer> filesOfPackages() {
    return List.copyOf(packages().values());
  }

  /** Packages with more files than that. */
  public Map<String, Integer> largePackages(int files) {
    Map<String, Integer> large = new TreeMap<>(packages());
    large.values().removeIf(count -> count <= files);
    return large;
  }

  private Map<String, Integer> packages() {
    Map<String, Integer> count = new TreeMap<>();
    main.forEach(facts -> count.merge(facts.packageName(), 1, Integer::sum));
    return count;
  }

  /** Methods of more lines than that, with their lines. */
  public Map<String, Integer> longMethods(int lines) {
    Map<String, Integer> found = new LinkedHashMap<>();
    for (SourceFacts facts : main) {
      facts.methodLines().forEach((name, count) -> noted(found, name, count, lines));
    }
    return found;
  }

  private static void noted(Map<String, Integer> found, String name, int count, int lines) {
    if (count > lines) {
      found.put(name, count);
    }
  }

  /** Commands and controllers whose file has more lines than that. */
  public Map<String, Integer> longDoors(int lines) {
    return longDoors(lines, SourceFacts::lines);
  }

  /** Commands and controllers whose class alone, without imports, has more lines than that. */
  public Map<String, Integer> longDoorClasses(int lines) {
    return longDoors(lines, SourceFacts::typeLines);
  }

  private Map<String, Integer> longDoors(int lines, ToIntFunction<SourceFacts> size) {
    Map<String, Integer> found = new TreeMap<>();
    for (SourceFacts facts : main) {
      boolean door = facts.type().endsWith("Command") || facts.type().endsWith("Controller");
      if (door && !facts.packageName().contains(".bench")) {
        noted(found, facts.type(), size.applyAsInt(facts), lines);
      }
    }
    return found;
  }

  /** How many other packages of the product each package of the doors imports. */
  public String importsLine() {
    Map<String, Set<String>> imported = new TreeMap<>();
    for (SourceFacts facts : main) {
      String name = facts.packageName().substring(PRODUCT.length() - 1);
      if (name.startsWith(".cli") || name.startsWith(".web")) {
        Set<String> of = imported.computeIfAbsent(name.substring(1), key -> new TreeSet<>());
        facts.imports().stream()
            .filter(each -> each.startsWith(PRODUCT))
            .map(each -> each.replaceFirst("\\.[A-Z].*$", ""))
            .filter(each -> !each.equals(facts.packageName()))
            .forEach(of::add);
      }
    }
    Map<String, Integer> count = new TreeMap<>();
    imported.forEach((name, of) -> count.put(name, of.size()));
    return count.toString();
  }

  /**
   * Circles of more files than that, which use each other. A sealed type and those that it permits
   * are one thing by nature: what its {@code permits} names is left out.
   */
  public List<List<String>> circles(int files) {
    Map<String, SourceFacts> byName = new HashMap<>();
    main.forEach(facts -> byName.put(facts.packageName() + "." + facts.type(), facts));
    Map<String, Set<String>> uses = new TreeMap<>();
    Map<String, Set<String>> users = new HashMap<>();
    byName.forEach((name, facts) -> uses.put(name, used(facts, byName)));
    uses.forEach(
        (name, of) ->
            of.forEach(to -> users.computeIfAbsent(to, key -> new HashSet<>()).add(name)));
    List<List<String>> circles = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (String name : uses.keySet()) {
      if (!done.contains(name)) {
        Set<String> circle = reached(name, uses);
        circle.retainAll(reached(name, users));
        done.addAll(circle);
        if (circle.size() > files) {
          circles.add(
              circle.stream()
                  .map(each -> each.substring(each.lastIndexOf('.') + 1))
                  .sorted()
                  .toList());
        }
      }
    }
    return circles;
  }

  private static Set<String> used(SourceFacts facts, Map<String, SourceFacts> byName) {
    Set<String> used = new HashSet<>();
    for (String each : facts.identifiers()) {
      String beside = facts.packageName() + "." + each;
      if (byName.containsKey(beside) && !each.equals(facts.type())) {
        used.add(beside);
      }
    }
    facts.imports().stream().filter(byName::containsKey).forEach(used::add);
    return used;
  }

  private static Set<String> reached(String from, Map<String, Set<String>> edges) {
    Set<String> reached = new HashSet<>(Set.of(from));
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (String next : edges.getOrDefault(open.pop(), Set.of())) {
        if (reached.add(next)) {
          open.push(next);
        }
      }
    }
    return reached;
  }

  /** Median, 90th and 99th percentile and maximum of whole numbers. */
  public static String spread(Collection<Integer> values) {
    int[] sorted = values.stream().mapToInt(Integer::intValue).sorted().toArray();
    return "%d/%d/%d/%d"
        .formatted(at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), sorted[sorted.length - 1]);
  }

  private static int at(int[] sorted, double share) {
    return sorted[(int) Math.floor(share * (sorted.length - 1))];
  }
}
