package org.gridclear.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.gridclear.run.Job;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.worker.slot.KernelWarmUp;

/**
 * What a screening of a file begins with: while the file is read, the vector code of the kernels is
 * compiled, where the screening may take long enough that it pays.
 *
 * @param file the network
 * @param several whether it is screened on other operating points than its own
 * @param method how flows are computed
 */
public record ScreeningStart(Path file, boolean several, Method method) {
  /** Networks in files up to this size are screened before their code is compiled. */
  private static final long SHORT_BYTES = 100_000;

  /** The same in DC, where plain code takes its place; as the launcher has it. */
  private static final long DC_SHORT_BYTES = 4L << 20;

  /** What reads the network and what is screened of it. */
  public interface Reading {
    /** Reads it. */
    Job.Screening job() throws IOException;
  }

  /** The job, as soon as the code is there. */
  public Job.Screening job(Reading reading) throws IOException {
    try (KernelWarmUp warmUp = KernelWarmUp.start(isLong() ? Set.of(method) : Set.of())) {
      Job.Screening job = reading.job();
      warmUp.await();
      return job;
    }
  }

  private boolean isLong() throws IOException {
    long most = method == Method.AC ? SHORT_BYTES : DC_SHORT_BYTES;
    return several || Files.isRegularFile(file) && Files.size(file) > most;
  }
}
