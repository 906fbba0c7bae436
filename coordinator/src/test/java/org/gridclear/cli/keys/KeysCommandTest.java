package org.gridclear.cli.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.cli.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays where keytool refuses. */
class KeysCommandTest {
  @TempDir private Path folder;

  @Test
  void nothingStaysOfKeysThatCannotBeSigned() throws IOException {
    Path authority = folder.resolve("authority");
    Path out = folder.resolve("node");
    Shell.Ended failed =
        Shell.run(
            "keys",
            "--authority",
            authority.toString(),
            "--out",
            out.toString(),
            "--address",
            "999.1.1.1");
    assertNotEquals(0, failed.code(), failed.text());
    assertTrue(failed.text().contains("keytool failed"), failed.text());
    try (var left = Files.list(folder)) {
      assertEquals(0, left.count(), "an authority or keys that were half made");
    }
  }

  @Test
  void whatWasThereBeforeStays() throws IOException {
    Path authority = Files.createDirectory(folder.resolve("authority"));
    Files.writeString(authority.resolve("ca.p12"), "no store of keys");
    Files.writeString(authority.resolve("password"), "secret");
    Path out = folder.resolve("node");
    Shell.Ended failed =
        Shell.run("keys", "--authority", authority.toString(), "--out", out.toString());
    assertNotEquals(0, failed.code(), failed.text());
    assertTrue(Files.notExists(out));
    assertEquals("no store of keys", Files.readString(authority.resolve("ca.p12")));
  }
}
