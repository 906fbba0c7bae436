package org.gridclear.atrest.source;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.atrest.KeyRefusedException;

/** What follows the question mark in the address of keys: {@code name=value} with & between. */
record KeyAddress(String address, String before, Map<String, String> attributes) {
  static KeyAddress of(String address) {
    int mark = address.indexOf('?');
    Map<String, String> attributes = new LinkedHashMap<>();
    if (mark >= 0) {
      for (String part : address.substring(mark + 1).split("&", -1)) {
        int equal = part.indexOf('=');
        if (equal < 1) {
          throw new KeyRefusedException(
              "The keys (%s): '%s' is no name=value.".formatted(address, part));
        }
        attributes.put(
            part.substring(0, equal),
            URLDecoder.decode(part.substring(equal + 1), StandardCharsets.UTF_8));
      }
    }
    return new KeyAddress(address, mark < 0 ? address : address.substring(0, mark), attributes);
  }

  /** An attribute that must be there. */
  String needed(String name) {
    String value = attributes.get(name);
    if (value == null || value.isBlank()) {
      throw new KeyRefusedException("The keys (%s) lack %s=….".formatted(address, name));
    }
    return value;
  }

  /** The secret in a file that an attribute names, {@code file:PATH}; others must not read it. */
  String secret(String name) {
    Path file = KeyFile.of(needed(name)).file();
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")
          && Files.getPosixFilePermissions(file).stream()
              .anyMatch(right -> !right.name().startsWith("OWNER"))) {
        throw new KeyRefusedException(
            "%s of the keys, %s, is open to others than its owner; say chmod 600."
                .formatted(name, file));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new KeyRefusedException(
          "%s of the keys, %s, cannot be read: %s.".formatted(name, file, e), e);
    }
  }
}
