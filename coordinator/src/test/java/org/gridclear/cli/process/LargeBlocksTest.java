package org.gridclear.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gridclear.cli.GridProcess;
import org.gridclear.file.PackFile;
import org.gridclear.file.Sha256;
import org.gridclear.run.ignite.GridBackup;
import org.gridclear.worker.ignite.GridCaches;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node of 512 MB of heap that holds more than its heap in blocks which are large each. */
@Tag("slow")
class LargeBlocksTest {
  private static final int BLOCKS = 40;
  private static final int BLOCK_BYTES = 16 << 20;

  @TempDir Path folder;

  private GridNode coordinator(int port) {
    return GridNode.start(
        new GridNodeOptions(
            "copies",
            GridNodeOptions.Role.COORDINATOR,
            "127.0.0.1",
            port + 30,
            List.of("127.0.0.1:%d".formatted(port)),
            1,
            folder.resolve("node")));
  }

  private static byte[] block(int number) {
    byte[] block = new byte[BLOCK_BYTES];
    new Random(number).nextBytes(block);
    return block;
  }

  @Test
  void aBackupOfLargeBlocksEndsNoNodeAndHoldsThemAll() throws Exception {
    int port = TestGrid.freePort();
    Map<String, String> hashes = new HashMap<>();
    try (GridProcess node = GridProcess.node("heap", port, "--child-memory", "0").awaitReady();
        GridNode copies = coordinator(port)) {
      for (int k = 0; k < BLOCKS; k++) {
        String name = "block-" + k;
        hashes.put(name, Sha256.hex(block(k)));
        GridCaches.of(copies.ignite(), GridCaches.BLOCKS).put(name, block(k));
      }
      Path backup = Files.createDirectories(folder.resolve("backup"));
      GridBackup.Manifest manifest = new GridBackup(copies).write(backup, null, "now");
      assertTrue(node.alive(), node.output());
      assertEquals(BLOCKS, manifest.caches().get(GridCaches.BLOCKS).entries());
      assertEquals(new TreeMap<>(hashes), copied(backup.resolve("blocks.pack")), node.output());
    }
  }

  private static Map<String, String> copied(Path file) throws Exception {
    Map<String, String> hashes = new TreeMap<>();
    try (PackFile.Reader pack = new PackFile.Reader(file)) {
      for (String name : pack.names()) {
        hashes.put(name, Sha256.hex(pack.get(name).orElseThrow()));
      }
    }
    return hashes;
  }
}
