package org.gridclear.cli.settlement.proof;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.file.DamagedFileException;
import org.gridclear.file.StoredFiles;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.publication.PublicationSignatures;
import org.gridclear.settlement.close.Seal;
import org.gridclear.signature.DetachedSignature;
import org.gridclear.signature.PdfCheck;
import org.gridclear.signature.SignedList;
import org.gridclear.signature.TrustedKeys;

/** What was signed, verified without the market's secrets. */
final class SignedThings {
  private SignedThings() {}

  /**
   * Verifies each, says what came of it; exit code 1 if something is not what was signed.
   *
   * @throws IllegalArgumentException if something that is named is not there
   */
  static int verify(List<Path> things, TrustedKeys trusted, PrintWriter out) throws IOException {
    List<Path> away = things.stream().filter(Files::notExists).toList();
    if (!away.isEmpty()) {
      throw new IllegalArgumentException(
          away.stream()
              .map("%s: there is no such file or folder. Check the path."::formatted)
              .collect(Collectors.joining(System.lineSeparator())));
    }
    boolean good = true;
    for (Path thing : things) {
      List<String> findings = findings(thing, trusted, out);
      findings.forEach(out::println);
      good &= findings.isEmpty();
      out.println(thing + (findings.isEmpty() ? ": signed" : ": NOT AS SIGNED"));
    }
    out.flush();
    return ExitCodes.clean(good);
  }

  private static List<String> findings(Path thing, TrustedKeys trusted, PrintWriter out)
      throws IOException {
    try {
      if (!Files.isDirectory(thing)) {
        return file(thing, trusted);
      }
      if (Files.exists(thing.resolve(Seal.NAME))) {
        return close(thing, trusted);
      }
      if (Files.exists(thing.resolve("market.json"))) {
        try (MarketFolder market = MarketFolder.open(thing)) {
          PublicationSignatures.Checked checked =
              PublicationSignatures.check(market.database(), trusted);
          out.println("%s: %d publications".formatted(thing, checked.publications()));
          return checked.findings();
        }
      }
      return folder(thing, trusted);
    } catch (DamagedFileException e) {
      return List.of(e.getMessage());
    }
  }

  /** What the seal lists, and what lies beside it: a folder within is one of its own. */
  private static List<String> close(Path close, TrustedKeys trusted) throws IOException {
    List<String> findings =
        new ArrayList<>(DetachedSignature.check(close.resolve(Seal.NAME), trusted));
    Seal seal = Seal.read(close);
    findings.addAll(seal.differences());
    Set<String> known = new HashSet<>(seal.names());
    known.add(Seal.NAME);
    known.add(Seal.NAME + DetachedSignature.END);
    List<Path> entries;
    try (Stream<Path> all = Files.list(close)) {
      entries = all.sorted().toList();
    }
    for (Path entry : entries) {
      if (Files.isDirectory(entry)) {
        findings.addAll(folder(entry, trusted));
      } else if (!known.contains(entry.getFileName().toString())) {
        findings.add(entry + " is not of the close: its seal does not list it");
      }
    }
    return findings;
  }

  /** All files of a folder: each is signed, or named; so no signature is taken away unseen. */
  private static List<String> folder(Path folder, TrustedKeys trusted) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> !file.toString().endsWith(DetachedSignature.END))
              .sorted()
              .toList();
    }
    List<String> findings = new ArrayList<>();
    Set<Path> signed = new HashSet<>();
    for (Path file : files) {
      if (Files.exists(DetachedSignature.beside(file)) || file.toString().endsWith(".pdf")) {
        findings.addAll(file(file, trusted));
        signed.add(file);
        if (file.toString().endsWith(SignedList.END)) {
          signed.addAll(SignedList.files(file));
        }
      }
    }
    if (signed.isEmpty()) {
      return List.of(folder + " has nothing that is signed");
    }
    files.stream()
        .filter(file -> !signed.contains(file))
        .forEach(file -> findings.add(file + " is not signed"));
    return findings;
  }

  private static List<String> file(Path file, TrustedKeys trusted) throws IOException {
    if (file.toString().endsWith(SignedList.END)) {
      return SignedList.check(file, trusted);
    }
    if (!file.toString().endsWith(".pdf")) {
      return DetachedSignature.check(file, trusted);
    }
    List<String> findings = new ArrayList<>();
    PdfCheck.of(StoredFiles.readAllBytes(file), trusted)
        .forEach(wrong -> findings.add(file + ": " + wrong));
    if (Files.exists(DetachedSignature.beside(file))) {
      findings.addAll(DetachedSignature.check(file, trusted));
    }
    return findings;
  }
}
