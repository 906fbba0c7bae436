package org.gridclear.run.actor;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;

/**
 * Where the actor system finds its classes and settings: where the program does. It is shown no
 * manifests: it would open every library at each start to compare versions of its own modules, of
 * which the build has one.
 */
final class ActorClasses extends ClassLoader {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  ActorClasses(ClassLoader program) {
    super(program);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.equals(MANIFEST) ? Collections.emptyEnumeration() : super.getResources(name);
  }
}
