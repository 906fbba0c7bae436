package org.gridclear.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.cli.GridProcess;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody on the network sees of a program that was started without options. */
class DefaultStartTest {
  @TempDir Path folder;

  /** Addresses of the listening sockets of a process, as Linux lists them. */
  private static List<String> listening(long pid) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (var descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      for (Path descriptor : descriptors.toList()) {
        try {
          String target = Files.readSymbolicLink(descriptor).toString();
          if (target.startsWith("socket:[")) {
            inodes.add(target.substring(8, target.length() - 1));
          }
        } catch (IOException e) {
          // It was closed meanwhile.
          continue;
        }
      }
    }
    List<String> addresses = new ArrayList<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      if (!Files.exists(Path.of(table))) {
        continue;
      }
      for (String line : Files.readAllLines(Path.of(table))) {
        String[] fields = line.trim().split("\\s+");
        if (fields.length > 9 && fields[3].equals("0A") && inodes.contains(fields[9])) {
          addresses.add(fields[1].split(":")[0]);
        }
      }
    }
    return addresses;
  }

  @Test
  void aNodeAndAServerListenOnThisMachineOnly() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/net/tcp")));
    int port = TestGrid.freePort();
    List<String> serve =
        List.of("serve", "--port", "0", "--grid-port", Integer.toString(port + 20));
    try (GridProcess node = GridProcess.node("a", port, "--metrics-port", "0");
        GridProcess server = GridProcess.start(List.of(), serve)) {
      assertTrue(node.awaitReady().output().contains("Bound to this machine only"));
      assertTrue(server.awaitReady().output().contains("Bound to this machine only"));
      for (GridProcess process : List.of(node, server)) {
        List<String> addresses = listening(process.pid());
        assertTrue(addresses.size() >= 2, addresses.toString());
        for (String address : addresses) {
          assertTrue(
              address.equals("0100007F") || address.endsWith("FFFF00000100007F"),
              "listens on " + address);
        }
      }
    }
  }

  @Test
  void otherAddressesAreRefusedWithoutKeysAndAccounts() throws Exception {
    Shell.Ended node = Shell.run("node", "--host", "0.0.0.0");
    assertEquals(ExitCodes.BAD_INPUT, node.code());
    assertTrue(node.text().contains("gridclear keys"), node.text());
    Shell.Ended server = Shell.run("serve", "--host", "0.0.0.0");
    assertEquals(ExitCodes.BAD_INPUT, server.code());
    assertTrue(server.text().contains("--security"), server.text());
  }

  @Test
  void aServerWhosePortSomebodyHasSaysSoAndEnds() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      String grid = Integer.toString(TestGrid.freePort());
      Shell.Ended server = Shell.run("serve", "--port", port, "--grid-port", grid);
      assertEquals(ExitCodes.BAD_INPUT, server.code(), server.text());
      assertTrue(server.text().contains("127.0.0.1:" + port), server.text());
      assertTrue(server.text().contains("another --port"), server.text());
    }
  }

  @Test
  void accountsAreMadeListedAndTheirLogIsChecked() throws Exception {
    String security = folder.resolve("security").toString();
    Shell.Ended made = Shell.run("account", "init", "--security", security);
    assertEquals(ExitCodes.DONE, made.code(), made.text());
    assertTrue(made.text().contains("/welcome#"), made.text());
    assertEquals(
        ExitCodes.DONE,
        Shell.run("account", "add", "olga", "--groups", "operators", "--security", security)
            .code());
    assertEquals(
        ExitCodes.BAD_INPUT,
        Shell.run("account", "add", "Olga!", "--groups", "x", "--security", security).code());
    Shell.Ended list = Shell.run("account", "list", "--security", security);
    assertTrue(list.text().contains("olga"), list.text());
    assertTrue(list.text().contains("[MANAGE_ACCOUNTS]"), list.text());
    Shell.Ended checked = Shell.run("account", "audit", "--security", security);
    assertEquals(ExitCodes.DONE, checked.code(), checked.text());
    Path log;
    try (var files = Files.list(folder.resolve("security"))) {
      log = files.filter(f -> f.toString().endsWith(".jsonl")).findFirst().orElseThrow();
    }
    String text = Files.readString(log);
    assertFalse(text.isEmpty());
    Files.writeString(log, text.replace("account add olga", "account add otto"));
    assertEquals(
        ExitCodes.FAILED_CELLS, Shell.run("account", "audit", "--security", security).code());
    assertEquals(
        ExitCodes.BAD_INPUT,
        Shell.run("account", "list", "--security", folder.resolve("none").toString()).code());
  }
}
