// A wrong clock for one process: cc -shared -fPIC -O2 -o clock.so bench/clock.c; CLOCK_AHEAD_SECONDS=10800 LD_PRELOAD=./clock.so date
// Only the wall clock differs; libfaketime, which also changes waits, makes a JVM crawl.
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long aheadSeconds(void) {
  const char *text = getenv("CLOCK_AHEAD_SECONDS");
  return text ? atol(text) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *at) {
  int code = syscall(SYS_clock_gettime, clock, at);
  if (code == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) at->tv_sec += aheadSeconds();
  return code;
}

int gettimeofday(struct timeval *at, void *zone) {
  struct timespec exact;
  clock_gettime(CLOCK_REALTIME, &exact);
  at->tv_sec = exact.tv_sec;
  at->tv_usec = exact.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *at) {
  struct timespec exact;
  clock_gettime(CLOCK_REALTIME, &exact);
  if (at) *at = exact.tv_sec;
  return exact.tv_sec;
}
