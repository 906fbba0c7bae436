package org.gridclear.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.gridclear.file.PrivateFiles;

/**
 * The grid's own authority, which signs the keys of nodes, with the JDK's keytool (docs/grid.md).
 *
 * @param folder its key {@code ca.p12} with the password beside it, and {@code ca.pem}, its
 *     certificate
 */
public record NodeAuthority(Path folder) {
  private static final int PASSWORD_BYTES = 24;
  private static final String DAYS = "825";

  /** It ends before the second compiler's code pays; with it a call costs twice the CPU time. */
  private static final List<String> AS_SHORT =
      List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-J-XX:-UsePerfData");

  private static final List<String> NEW_PAIR =
      List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1");
  private static final List<String> TAKE_IN = List.of("-importcert", "-noprompt");

  /** Whether it has been made. */
  public boolean exists() {
    return Files.exists(store());
  }

  private Path store() {
    return folder.resolve("ca.p12");
  }

  private Path certificate() {
    return folder.resolve("ca.pem");
  }

  /**
   * Makes its key and certificate.
   *
   * @throws IOException if the folder cannot be written or keytool refuses; then there is no key
   */
  public void make() throws IOException {
    makePassword(folder);
    try {
      makeKey();
    } catch (IOException e) {
      Files.deleteIfExists(store());
      throw e;
    }
  }

  private void makeKey() throws IOException {
    keytool(
        store(),
        folder,
        NEW_PAIR,
        List.of(
            "-alias",
            "ca",
            "-dname",
            "CN=GridClear authority",
            "-ext",
            "bc:c",
            "-validity",
            "3650"));
    keytool(
        store(),
        folder,
        List.of("-exportcert", "-alias", "ca", "-rfc"),
        List.of("-file", certificate().toString()));
  }

  /**
   * Makes the keys of a node and signs them.
   *
   * @param out folder of the node's keys
   * @param addresses names and addresses of the node, the first as its name
   * @throws IOException if the folder cannot be written or keytool refuses
   */
  public void issue(Path out, List<String> addresses) throws IOException {
    makePassword(out);
    Path store = out.resolve("node.p12");
    Path signed = out.resolve("certificate");
    keytool(
        store,
        out,
        NEW_PAIR,
        List.of("-alias", "node", "-dname", "CN=" + addresses.get(0), "-validity", DAYS));
    sign(store, out, addresses, signed);
    List<String> ofAuthority = List.of("-alias", "ca", "-file", certificate().toString());
    keytool(store, out, TAKE_IN, ofAuthority);
    keytool(store, out, TAKE_IN, List.of("-alias", "node", "-file", signed.toString()));
    keytool(out.resolve("trust.p12"), out, TAKE_IN, ofAuthority);
    Files.copy(certificate(), out.resolve("ca.pem"));
    Files.delete(signed);
  }

  private void sign(Path store, Path out, List<String> addresses, Path signed) throws IOException {
    Path request = out.resolve("request");
    String names =
        addresses.stream()
            .map(address -> (address.matches("[0-9.]+|.*:.*") ? "ip:" : "dns:") + address)
            .collect(Collectors.joining(","));
    keytool(
        store, out, List.of("-certreq", "-alias", "node"), List.of("-file", request.toString()));
    keytool(
        store(),
        folder,
        List.of("-gencert", "-alias", "ca", "-rfc", "-validity", DAYS),
        List.of(
            "-ext",
            "san=" + names,
            "-ext",
            "eku=serverAuth,clientAuth",
            "-infile",
            request.toString(),
            "-outfile",
            signed.toString()));
    Files.delete(request);
  }

  private static void makePassword(Path folder) throws IOException {
    PrivateFiles.makeFolder(folder);
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    Files.writeString(folder.resolve("password"), HexFormat.of().formatHex(random));
  }

  /** Calls keytool; the password goes by file, so that no list of processes shows it. */
  private static void keytool(
      Path store, Path folder, List<String> operation, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(AS_SHORT);
    command.addAll(operation);
    command.addAll(arguments);
    command.addAll(
        List.of(
            "-keystore",
            store.toString(),
            "-storetype",
            "PKCS12",
            "-storepass:file",
            folder.resolve("password").toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("keytool failed: " + text);
    }
  }
}
