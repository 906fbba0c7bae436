package org.gridclear.atrest.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.atrest.DataKey;
import org.gridclear.atrest.KeyRefusedException;
import org.gridclear.atrest.KeyRing;
import org.gridclear.file.Aside;
import org.gridclear.file.PrivateFiles;

/**
 * Keys in a file of their owner alone (mode 600 or 400): a first line, then a line {@code HEX TIME}
 * a key, the oldest first.
 *
 * @param file the file
 */
public record KeyFile(Path file) implements KeySource {
  static final String SCHEME = "file:";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (\\S+) ([0-9a-f]{16})");
  private static final Pattern LINE_BEFORE = Pattern.compile("([0-9a-f]{64}) (\\S+)");
  private static final String HEADER = "GridClear data keys 2";

  /** Of a build whose files had no check values. */
  private static final String BEFORE = "GridClear data keys 1";

  private static final Set<PosixFilePermission> OWN =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  static KeyFile of(String address) {
    String path = address.substring(SCHEME.length()).replaceFirst("^//(?=/)", "");
    if (path.isBlank()) {
      throw new KeyRefusedException("The keys (%s) name no file.".formatted(address));
    }
    return new KeyFile(Path.of(path));
  }

  @Override
  public KeyRing load() {
    if (!Files.exists(file)) {
      throw new KeyRefusedException(
          "There is no key file %s. Make one with: gridclear keys init --data-key file:%s"
              .formatted(file, file));
    }
    try {
      own();
      return read(Files.readString(file, StandardCharsets.US_ASCII).lines().toList());
    } catch (IOException e) {
      throw new KeyRefusedException(
          "The key file %s cannot be read: %s.".formatted(file, e.getMessage()), e);
    }
  }

  /** Refuses a file that others than its owner have a right to. */
  private void own() throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return;
    }
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
    if (!OWN.containsAll(rights)) {
      throw new KeyRefusedException(
          "The key file %s has the rights %s, so others than its owner can read or change it; it must have rw------- (chmod 600 %s)."
              .formatted(file, PosixFilePermissions.toString(rights), file));
    }
  }

  private KeyRing read(List<String> lines) {
    boolean checked = !lines.isEmpty() && lines.get(0).equals(HEADER);
    if (!checked && (lines.isEmpty() || !lines.get(0).equals(BEFORE))) {
      throw new KeyRefusedException(
          "%s is no file of keys: its first line must be '%s'.".formatted(file, HEADER));
    }
    List<DataKey> keys = new ArrayList<>();
    for (int k = 1; k < lines.size(); k++) {
      Matcher line = (checked ? LINE : LINE_BEFORE).matcher(lines.get(k));
      if (!line.matches()) {
        throw new KeyRefusedException(
            "%s line %d is no key of 64 hexadecimal digits and a time; it is damaged."
                .formatted(file, k + 1));
      }
      DataKey key = new DataKey(HexFormat.of().parseHex(line.group(1)), line.group(2));
      if (checked && !key.id().equals(line.group(3))) {
        throw new KeyRefusedException(
            "%s line %d is not the key %s, which it says it is; it is damaged. Take a copy of the file."
                .formatted(file, k + 1, line.group(3)));
      }
      keys.add(key);
    }
    return new KeyRing(keys, SCHEME + file);
  }

  @Override
  public KeyRing init(Clock clock) {
    if (Files.exists(file)) {
      throw new KeyRefusedException(
          "%s exists; a file of keys is never written over. For another key: gridclear keys rotate"
              .formatted(file));
    }
    return write(List.of(KeySource.fresh(clock)));
  }

  @Override
  public KeyRing rotate(Clock clock) {
    List<DataKey> keys = new ArrayList<>(load().keys());
    keys.add(KeySource.fresh(clock));
    return write(keys);
  }

  private KeyRing write(List<DataKey> keys) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (DataKey key : keys) {
      text.append(HexFormat.of().formatHex(key.secret())).append(' ').append(key.made());
      text.append(' ').append(key.id()).append('\n');
    }
    try {
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
      PrivateFiles.makeFolder(folder);
      Path aside = Aside.file(folder);
      PrivateFiles.makeFile(aside);
      Files.writeString(aside, text, StandardCharsets.US_ASCII);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new KeyRefusedException(
          "The key file %s cannot be written: %s.".formatted(file, e.getMessage()), e);
    }
    return new KeyRing(keys, SCHEME + file);
  }
}
