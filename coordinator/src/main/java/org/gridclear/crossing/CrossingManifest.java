package org.gridclear.crossing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a package says of itself, as the text that is signed.
 *
 * @param channel name of the direction
 * @param number from 1, without gaps
 * @param time when it was made, ISO 8601
 * @param before SHA-256 of the manifest before, {@link #FIRST} for number 1
 * @param key fingerprint of the key that signs it
 * @param files what is in it
 */
record CrossingManifest(
    String channel, int number, String time, String before, String key, List<Entry> files) {
  /** What stands for the manifest before the first. */
  static final String FIRST = "none";

  private static final String CHANNEL = "[a-z][a-z0-9-]{0,31}";
  private static final Pattern HEAD =
      Pattern.compile(
          "channel: ("
              + CHANNEL
              + ")\nnumber: (\\d{1,6})\ntime: (\\S{1,40})\nbefore: (none|[0-9a-f]{64})\n"
              + "key: ([0-9a-f]{64})\nfiles: (\\d{1,6})\n");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]+");
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (\\d{1,18}) (" + NAME + ")");

  /**
   * A file.
   *
   * @param sha256 of its bytes
   * @param size in bytes
   * @param name path in the package, with slashes
   */
  record Entry(String sha256, long size, String name) {
    /** Whether the name can be written down, and stays within a folder on every system. */
    boolean staysWithin() {
      if (!NAME.matcher(name).matches()) {
        return false;
      }
      for (String part : name.split("/", -1)) {
        if (part.isEmpty()
            || part.equals(".")
            || part.equals("..")
            || part.indexOf('\\') >= 0
            || part.indexOf(':') >= 0) {
          return false;
        }
      }
      return true;
    }
  }

  CrossingManifest {
    files = List.copyOf(files);
  }

  /**
   * That a text can be the name of a channel.
   *
   * @throws IllegalArgumentException if it cannot
   */
  static void requireChannel(String text) {
    if (!text.matches(CHANNEL)) {
      throw new IllegalArgumentException(
          "The channel (%s) must be 1 to 32 small letters, digits and dashes.".formatted(text));
    }
  }

  /** As it is signed. */
  String text() {
    StringBuilder text =
        new StringBuilder(
            "channel: %s\nnumber: %d\ntime: %s\nbefore: %s\nkey: %s\nfiles: %d\n"
                .formatted(channel, number, time, before, key, files.size()));
    for (Entry file : files) {
      text.append("%s %d %s\n".formatted(file.sha256(), file.size(), file.name()));
    }
    return text.toString();
  }

  /**
   * That no name is a folder of another one.
   *
   * @throws IllegalArgumentException naming the first that is
   */
  static void requireNoFolders(Set<String> names) {
    for (String name : names) {
      for (int at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) {
        if (names.contains(name.substring(0, at))) {
          throw new IllegalArgumentException(
              "its name '%s' is a file, and the folder of '%s', too"
                  .formatted(name.substring(0, at), name));
        }
      }
    }
  }

  /**
   * What a text says.
   *
   * @throws IllegalArgumentException if it is no manifest
   */
  static CrossingManifest parse(String text) {
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt()) {
      throw new IllegalArgumentException("it is no manifest");
    }
    List<Entry> files = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String line : text.substring(head.end()).lines().toList()) {
      Matcher file = LINE.matcher(line);
      if (!file.matches()) {
        throw new IllegalArgumentException("its line '%s' names no file".formatted(line));
      }
      Entry entry = new Entry(file.group(1), Long.parseLong(file.group(2)), file.group(3));
      if (!entry.staysWithin() || !names.add(entry.name())) {
        throw new IllegalArgumentException(
            "its name '%s' leads elsewhere or is there twice".formatted(entry.name()));
      }
      files.add(entry);
    }
    if (files.size() != Integer.parseInt(head.group(6))) {
      throw new IllegalArgumentException("it does not have all of its lines");
    }
    requireNoFolders(names);
    return new CrossingManifest(
        head.group(1),
        Integer.parseInt(head.group(2)),
        head.group(3),
        head.group(4),
        head.group(5),
        files);
  }
}
