package org.gridclear.worker.api;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** Threads that look after something and keep no process alive. */
public final class Daemons {
  private Daemons() {}

  /** A scheduler of one such thread. */
  public static ScheduledExecutorService scheduler(String name) {
    return Executors.newSingleThreadScheduledExecutor(threads(name));
  }

  /** As many such threads as there is work at a time. */
  public static ExecutorService pool(String name) {
    return Executors.newCachedThreadPool(threads(name));
  }

  private static ThreadFactory threads(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
