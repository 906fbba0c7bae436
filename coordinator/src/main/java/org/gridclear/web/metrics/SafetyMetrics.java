package org.gridclear.web.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.GaugeMetricFamily;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gridclear.account.AuditLog;
import org.gridclear.account.seal.Seals;
import org.gridclear.worker.ignite.NodeKeys;
import org.jspecify.annotations.Nullable;

/** What alerts read beside the grid's own metrics: the log's state, certificate, and disks. */
public final class SafetyMetrics {
  private static final Duration CHECKED_EVERY = Duration.ofHours(1);

  private final @Nullable AuditLog log;
  private final @Nullable Path keys;
  private final Map<String, Path> folders;
  private final Clock clock;
  private final ToDoubleFunction<Path> freeRatio;
  private Instant checked = Instant.MIN;
  private int findings;

  /**
   * Metrics of a server.
   *
   * @param log its audit log; null without accounts
   * @param keys folder of its key and certificate; null without
   * @param folders folders whose disks are watched, by what they are
   */
  public SafetyMetrics(
      @Nullable AuditLog log, @Nullable Path keys, Map<String, Path> folders, Clock clock) {
    this(log, keys, folders, clock, SafetyMetrics::freeRatio);
  }

  /** The same with another look at disks. */
  public SafetyMetrics(
      @Nullable AuditLog log,
      @Nullable Path keys,
      Map<String, Path> folders,
      Clock clock,
      ToDoubleFunction<Path> freeRatio) {
    this.log = log;
    this.keys = keys;
    this.folders = Map.copyOf(folders);
    this.clock = clock;
    this.freeRatio = freeRatio;
  }

  private static double freeRatio(Path folder) {
    try {
      FileStore store = Files.getFileStore(folder);
      return (double) store.getUsableSpace() / Math.max(1, store.getTotalSpace());
    } catch (IOException e) {
      // A disk that does not answer is as good as full.
      return 0;
    }
  }

  /** The metrics now. */
  public List<MetricFamilySamples> samples() throws IOException {
    List<MetricFamilySamples> all = new ArrayList<>();
    if (log != null) {
      all.add(
          new GaugeMetricFamily(
              "gridclear_audit_findings",
              "What shows that the audit log was changed, looked at hourly.",
              findings(log)));
      List<Seals.Listed> seals = Seals.list(log.folder());
      if (!seals.isEmpty()) {
        Duration age = Duration.between(Instant.parse(seals.get(0).at()), clock.instant());
        all.add(
            new GaugeMetricFamily(
                "gridclear_audit_sealed_age_seconds",
                "Time since the last seal of the audit log.",
                age.toSeconds()));
      }
    }
    if (keys != null) {
      all.add(
          new GaugeMetricFamily(
              "gridclear_certificate_expiry_seconds",
              "Time until the server's certificate ends.",
              Duration.between(clock.instant(), certificateEnd(keys)).toSeconds()));
    }
    all.add(disks());
    return all;
  }

  private synchronized int findings(AuditLog watched) {
    Instant now = clock.instant();
    if (checked.isBefore(now.minus(CHECKED_EVERY))) {
      findings = watched.check().size();
      checked = now;
    }
    return findings;
  }

  private static Instant certificateEnd(Path folder) throws IOException {
    NodeKeys keys = NodeKeys.in(folder);
    try (InputStream in = Files.newInputStream(keys.keyStore())) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, keys.password());
      Instant end = Instant.MAX;
      for (String alias : Collections.list(store.aliases())) {
        if (store.getCertificate(alias) instanceof X509Certificate certificate) {
          Instant own = certificate.getNotAfter().toInstant();
          end = own.isBefore(end) ? own : end;
        }
      }
      return end;
    } catch (GeneralSecurityException e) {
      throw new IOException("The certificate in %s cannot be read.".formatted(folder), e);
    }
  }

  private GaugeMetricFamily disks() {
    GaugeMetricFamily free =
        new GaugeMetricFamily(
            "gridclear_disk_free_ratio", "Free part of the disk of a folder.", List.of("folder"));
    for (Map.Entry<String, Path> folder : folders.entrySet()) {
      free.addMetric(List.of(folder.getKey()), freeRatio.applyAsDouble(folder.getValue()));
    }
    return free;
  }
}
