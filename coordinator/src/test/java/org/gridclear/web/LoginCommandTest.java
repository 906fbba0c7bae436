package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.gridclear.account.Accounts;
import org.gridclear.cli.Shell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that work with a server as the account that logged in there. */
// Rows: M-08
class LoginCommandTest {
  @TempDir static Path folder;

  private static SecuredServer server;
  private static Accounts.Introduction olga;
  private static Path logins;

  @BeforeAll
  static void start() throws Exception {
    server = new SecuredServer(folder);
    String admin = server.settled(server.admin);
    olga = server.made(admin, "olga", "operators");
    server.settled(olga);
    logins = folder.resolve("settings/logins.json");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String address() {
    return "http://127.0.0.1:" + server.port();
  }

  private static Shell.Ended run(String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 4);
    all[arguments.length] = "--server";
    all[arguments.length + 1] = address() + "/";
    all[arguments.length + 2] = "--logins";
    all[arguments.length + 3] = logins.toString();
    return Shell.run(all);
  }

  private static Shell.Ended login(String password) {
    server.now.addAndGet(30_000);
    String lines = "olga\n%s\n%s\n".formatted(password, server.code(olga));
    byte[] input = lines.getBytes(StandardCharsets.UTF_8);
    return Shell.reading(input, "login", "--server", address(), "--logins", logins.toString());
  }

  @Test
  void aLoginIsKeptPrivatelyUsedByCommandsAndEndedOnBothSides() throws Exception {
    Shell.Ended nobody = run("runs", "list");
    assertEquals(2, nobody.code());
    assertTrue(nobody.text().contains("Nobody is logged in"), nobody.text());
    Shell.Ended wrong = login("wrong");
    assertEquals(2, wrong.code(), wrong.text());
    assertFalse(Files.exists(logins), "nothing is kept");
    Shell.Ended in = login(SecuredServer.passwordOf(olga));
    assertEquals(0, in.code(), in.text());
    assertTrue(in.text().contains("olga is logged in"), in.text());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(logins)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(logins.getParent())));
    String kept = Files.readString(logins);
    assertFalse(in.text().contains(kept.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1")), "shown");
    assertFalse(kept.contains(SecuredServer.passwordOf(olga)), kept);
    Path study = folder.resolve("study.yaml");
    Files.writeString(study, "study: s\nbase: {case: ieee14}\n");
    Shell.Ended submitted = run("runs", "submit", study.toString());
    assertEquals(0, submitted.code(), submitted.text());
    assertEquals("olga", server.newest().user());
    String id = submitted.output().replaceAll("(?s)run (\\S+):.*", "$1");
    assertEquals(0, run("runs", "status", id).code());
    assertTrue(run("runs", "list").output().contains(id));
    assertEquals(0, run("runs", "cancel", id).code());
    Shell.Ended none = run("runs", "status", "none");
    assertEquals(2, none.code());
    assertTrue(none.text().contains("There is no run 'none' here."), none.text());
    assertEquals(0, run("logout").code());
    assertFalse(Files.readString(logins).contains("token"));
    Files.writeString(logins, kept);
    Shell.Ended ended = run("runs", "list");
    assertEquals(2, ended.code());
    assertTrue(ended.text().contains("has ended"), ended.text());
  }

  @Test
  void aPasswordGoesToNobodyWhoCouldReadItOnTheWay() {
    for (String bad :
        new String[] {"http://grid:8080", "grid:8080", "ftp://127.0.0.1", "https://"}) {
      Shell.Ended refused =
          Shell.reading("a\nb\nc\n".getBytes(StandardCharsets.UTF_8), "login", "--server", bad);
      assertEquals(2, refused.code(), bad + refused.text());
    }
    assertEquals(2, Shell.run("runs", "list").code(), "no server is named");
    Shell.Ended gone = Shell.run("runs", "list", "--server", "http://127.0.0.1:1");
    assertEquals(3, gone.code(), gone.text());
    assertTrue(gone.text().contains("cannot be reached"), gone.text());
  }

  @Test
  void anAuthorityWithoutACertificateIsRefused() throws Exception {
    for (String text : new String[] {"", "no certificate"}) {
      Path authority = folder.resolve("ca.pem");
      Files.writeString(authority, text);
      Shell.Ended refused =
          Shell.run(
              "runs", "list", "--server", "https://127.0.0.1:1", "--ca", authority.toString());
      assertEquals(2, refused.code(), refused.text());
      assertTrue(refused.text().contains("holds no certificate"), refused.text());
    }
  }
}
