package org.gridclear.web;

import java.nio.file.Path;

/**
 * Where submitted studies find their base files; nothing outside is read.
 *
 * @param path the folder
 */
record CaseFolder(Path path) {
  CaseFolder {
    path = path.toAbsolutePath().normalize();
  }
}
