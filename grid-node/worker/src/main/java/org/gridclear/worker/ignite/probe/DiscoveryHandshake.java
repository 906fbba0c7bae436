package org.gridclear.worker.ignite.probe;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.ignite.IgniteCheckedException;
import org.apache.ignite.internal.util.typedef.internal.U;
import org.apache.ignite.marshaller.jdk.JdkMarshaller;
import org.apache.ignite.spi.discovery.tcp.messages.TcpDiscoveryHandshakeRequest;
import org.apache.ignite.spi.discovery.tcp.messages.TcpDiscoveryHandshakeResponse;
import org.gridclear.worker.ignite.probe.ProbeAnswer.Kind;
import org.jspecify.annotations.Nullable;

/** The first exchange of Ignite's discovery, by which a node says whether it is in a ring. */
final class DiscoveryHandshake {
  private static final int ANSWER_MILLIS_MAX = 2_000;
  private static final int SHOWN_BYTES = 60;

  /** First byte of a TLS alert and of a Java object stream. */
  private static final int TLS_ALERT = 0x15;

  private static final int OBJECT_STREAM = 0xAC;

  private static final byte[] LINE_END = {'\r', '\n', '\r', '\n'};

  private DiscoveryHandshake() {}

  /**
   * Asks one address.
   *
   * @param tls with which to ask; null in plain text
   * @param end time of {@link System#nanoTime} at which the answer is given up
   */
  static ProbeAnswer with(String host, int port, @Nullable SSLContext tls, long end) {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      return new ProbeAnswer(Kind.NO_HOST, "there is no host of that name");
    }
    try (Socket plain = new Socket()) {
      try {
        plain.connect(address, millis(end));
      } catch (ConnectException e) {
        return new ProbeAnswer(Kind.REFUSED, "nothing listens there (connection refused)");
      } catch (SocketTimeoutException e) {
        return new ProbeAnswer(Kind.UNREACHABLE, "no answer to the connection");
      } catch (UnknownHostException e) {
        return new ProbeAnswer(Kind.NO_HOST, "there is no host of that name");
      } catch (IOException e) {
        return new ProbeAnswer(Kind.UNREACHABLE, "no connection (%s)".formatted(e.getMessage()));
      }
      plain.setSoTimeout(millis(end));
      return tls == null ? talk(plain, false) : secured(plain, tls, host, port);
    } catch (IOException e) {
      return new ProbeAnswer(Kind.OTHER, "the connection broke (%s)".formatted(e.getMessage()));
    }
  }

  private static int millis(long end) {
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    return (int) Math.max(50, Math.min(ANSWER_MILLIS_MAX, left));
  }

  private static ProbeAnswer secured(Socket plain, SSLContext tls, String host, int port)
      throws IOException {
    try (SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket(plain, host, port, true)) {
      socket.startHandshake();
      return talk(socket, true);
    } catch (SSLException e) {
      return new ProbeAnswer(
          Kind.KEYS, "it does not talk TLS with these keys (%s)".formatted(e.getMessage()));
    } catch (SocketTimeoutException e) {
      return new ProbeAnswer(Kind.SILENT, "it takes the connection and says nothing");
    }
  }

  private static ProbeAnswer talk(Socket socket, boolean secured) throws IOException {
    JdkMarshaller marshaller = new JdkMarshaller(DiscoveryHandshake::ofDiscovery);
    BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
    in.mark(SHOWN_BYTES);
    socket.getOutputStream().write(greeting(marshaller));
    socket.getOutputStream().flush();
    int first;
    try {
      first = firstByte(socket, in);
    } catch (SocketTimeoutException e) {
      return new ProbeAnswer(Kind.SILENT, "it takes the connection and says nothing");
    }
    if (first < 0) {
      return new ProbeAnswer(
          secured ? Kind.OTHER : Kind.KEYS, "it hung up on a node's greeting without a word");
    }
    if (first == TLS_ALERT && !secured) {
      return new ProbeAnswer(Kind.KEYS, "it talks TLS only");
    }
    in.reset();
    if (first != OBJECT_STREAM) {
      return new ProbeAnswer(
          Kind.OTHER,
          "something else than a node answers: %s"
              .formatted(shown(in.readNBytes(Math.min(SHOWN_BYTES, in.available())))));
    }
    try {
      Object answer = U.unmarshal(marshaller, in, DiscoveryHandshake.class.getClassLoader());
      return answer instanceof TcpDiscoveryHandshakeResponse response && response.order() > 0
          ? new ProbeAnswer(Kind.MEMBER, "a member of a grid")
          : new ProbeAnswer(Kind.WAITING, "a node that is in no grid yet");
    } catch (IgniteCheckedException e) {
      return new ProbeAnswer(Kind.OTHER, "something else than a node answers, in Java's format");
    }
  }

  /** A server of lines, such as HTTP, waits for the end of one; a node never comes to read it. */
  private static int firstByte(Socket socket, BufferedInputStream in) throws IOException {
    int patience = socket.getSoTimeout();
    socket.setSoTimeout(Math.max(1, patience / 2));
    try {
      return in.read();
    } catch (SocketTimeoutException e) {
      socket.getOutputStream().write(LINE_END);
      socket.getOutputStream().flush();
      return in.read();
    }
  }

  private static byte[] greeting(JdkMarshaller marshaller) {
    try {
      byte[] request = U.marshal(marshaller, new TcpDiscoveryHandshakeRequest(UUID.randomUUID()));
      byte[] greeting = Arrays.copyOf(U.IGNITE_HEADER, U.IGNITE_HEADER.length + request.length);
      System.arraycopy(request, 0, greeting, U.IGNITE_HEADER.length, request.length);
      return greeting;
    } catch (IgniteCheckedException e) {
      throw new IllegalStateException("A greeting cannot be written.", e);
    }
  }

  /** Only what a handshake consists of is read from others. */
  private static boolean ofDiscovery(String type) {
    return type.startsWith("org.apache.ignite.spi.discovery.tcp.messages.")
        || type.startsWith("org.apache.ignite.lang.")
        || type.startsWith("org.apache.ignite.internal.util.")
        || type.startsWith("java.util.")
        || type.startsWith("java.lang.")
        || type.startsWith("[");
  }

  private static String shown(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
    boolean readable = !text.isEmpty() && text.chars().allMatch(c -> c >= ' ' && c < 127);
    return readable
        ? "\"%s\"".formatted(text)
        : "%d bytes that are no text".formatted(bytes.length);
  }
}
