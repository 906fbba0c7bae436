package org.gridclear.worker.ignite;

import java.util.Set;

/**
 * Loads for Ignite what other members may name: classes of the JDK, of Ignite, and of the list.
 * Ignite looks up the class of a job by its name before its own filter sees it; here it finds only
 * known ones.
 */
final class KnownClassLoader extends ClassLoader {
  private static final Set<String> PREFIXES =
      Set.of("java.", "javax.", "jdk.", "sun.", "org.apache.ignite.");

  private final Set<String> known;

  KnownClassLoader(ClassLoader parent, Set<String> known) {
    super(parent);
    this.known = Set.copyOf(known);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!known.contains(name) && PREFIXES.stream().noneMatch(name::startsWith)) {
      throw new ClassNotFoundException("The class %s is not known to this grid.".formatted(name));
    }
    return super.loadClass(name, resolve);
  }
}
