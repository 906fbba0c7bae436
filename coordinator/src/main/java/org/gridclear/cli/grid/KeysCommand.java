package org.gridclear.cli.grid;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.file.PrivateFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear keys}: keys of nodes, signed by the grid's own authority. */
@Command(
    name = "keys",
    subcommands = {
      DataKeysCommand.Init.class,
      DataKeysCommand.Rotate.class,
      DataKeysCommand.Show.class,
      DataKeysCommand.Open.class,
      DataKeysCommand.Renew.class,
      SigningKeysCommand.class
    },
    description = {
      "Make the keys of a node, signed by the grid's authority, with the JDK's keytool.",
      "The first call makes the authority. Copy each node's folder to its machine and start it"
          + " with",
      "--keys DIR; keep the authority's folder apart. ca.pem is what HTTPS clients trust.",
      "Its subcommands are about other keys: those that data at rest are encrypted with."
    })
public final class KeysCommand implements Callable<Integer> {
  private static final int PASSWORD_BYTES = 24;
  private static final String DAYS = "825";

  @Spec private CommandSpec spec;

  @Option(
      names = "--authority",
      paramLabel = "DIR",
      defaultValue = "keys/authority",
      description = "Folder of the authority, made if it is not there (default: ${DEFAULT-VALUE}).")
  private Path authority;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the node's keys; must not exist yet.")
  private Path out;

  @Option(
      names = "--address",
      split = ",",
      defaultValue = "localhost,127.0.0.1",
      description = "Names and addresses of the node, for HTTPS (default: ${DEFAULT-VALUE}).")
  private List<String> addresses;

  @Override
  public Integer call() throws IOException {
    if (out == null) {
      throw new IllegalArgumentException(
          "Where do the node's keys go? Say --out DIR. Keys of data at rest: keys init.");
    }
    if (Files.exists(out)) {
      throw new IllegalArgumentException("%s exists; name another folder.".formatted(out));
    }
    PrintWriter output = spec.commandLine().getOut();
    if (!Files.exists(authority.resolve("ca.p12"))) {
      makeAuthority();
      output.println("Authority: " + authority);
    }
    makeNode();
    output.println("Keys: " + out);
    output.flush();
    return ExitCodes.DONE;
  }

  private static String password(Path folder) throws IOException {
    PrivateFiles.makeFolder(folder);
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    Files.writeString(folder.resolve("password"), password);
    return password;
  }

  private void makeAuthority() throws IOException {
    password(authority);
    Path store = authority.resolve("ca.p12");
    keytool(
        store,
        authority,
        List.of(
            "-genkeypair",
            "-alias",
            "ca",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=GridClear authority",
            "-ext",
            "bc:c",
            "-validity",
            "3650"));
    keytool(
        store,
        authority,
        List.of(
            "-exportcert",
            "-alias",
            "ca",
            "-rfc",
            "-file",
            authority.resolve("ca.pem").toString()));
  }

  private void makeNode() throws IOException {
    password(out);
    Path store = out.resolve("node.p12");
    Path request = out.resolve("request");
    Path certificate = out.resolve("certificate");
    Path ca = authority.resolve("ca.pem");
    String names =
        addresses.stream()
            .map(address -> (address.matches("[0-9.]+|.*:.*") ? "ip:" : "dns:") + address)
            .collect(Collectors.joining(","));
    keytool(
        store,
        out,
        List.of(
            "-genkeypair",
            "-alias",
            "node",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=" + addresses.get(0),
            "-validity",
            DAYS));
    keytool(store, out, List.of("-certreq", "-alias", "node", "-file", request.toString()));
    keytool(
        authority.resolve("ca.p12"),
        authority,
        List.of(
            "-gencert",
            "-alias",
            "ca",
            "-rfc",
            "-validity",
            DAYS,
            "-ext",
            "san=" + names,
            "-ext",
            "eku=serverAuth,clientAuth",
            "-infile",
            request.toString(),
            "-outfile",
            certificate.toString()));
    keytool(
        store, out, List.of("-importcert", "-noprompt", "-alias", "ca", "-file", ca.toString()));
    keytool(
        store,
        out,
        List.of("-importcert", "-noprompt", "-alias", "node", "-file", certificate.toString()));
    keytool(
        out.resolve("trust.p12"),
        out,
        List.of("-importcert", "-noprompt", "-alias", "ca", "-file", ca.toString()));
    Files.copy(ca, out.resolve("ca.pem"));
    Files.delete(request);
    Files.delete(certificate);
  }

  /** Calls keytool; the password goes by file, so that no list of processes shows it. */
  private static void keytool(Path store, Path folder, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
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
    String text =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("keytool failed: " + text);
    }
  }
}
