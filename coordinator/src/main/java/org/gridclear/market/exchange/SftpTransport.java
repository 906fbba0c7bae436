package org.gridclear.market.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.gridclear.market.store.exchange.OutboxRow;

/**
 * Files on a host of the partner, whole or not at all: written under another name, and then
 * renamed. The host shows the key that the channel names, and nothing else is spoken to.
 *
 * @param address {@code sftp://user@host:port/folder}
 * @param hostKey fingerprint of the host
 * @param key the channel's
 */
record SftpTransport(URI address, String hostKey, KeyPair key) implements Delivery {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int PORT = 22;

  /** Whether an address is one of a folder, with a user and without a password. */
  static boolean allowed(String target) {
    URI uri;
    try {
      uri = URI.create(target);
    } catch (IllegalArgumentException e) {
      return false;
    }
    String user = uri.getUserInfo();
    return "sftp".equals(uri.getScheme())
        && uri.getHost() != null
        && user != null
        && !user.isEmpty()
        && !user.contains(":")
        && uri.getPath().length() > 1
        && uri.getQuery() == null
        && uri.getFragment() == null;
  }

  /** Does something on the host. */
  @FunctionalInterface
  private interface Work<T> {
    T on(SftpClient files) throws IOException;
  }

  private <T> T connected(Work<T> work) throws IOException {
    try (SshClient client = SshClient.setUpDefaultClient()) {
      client.setServerKeyVerifier(
          (session, from, shown) -> KeyUtils.getFingerPrint(shown).equals(hostKey));
      client.start();
      int port = address.getPort() < 0 ? PORT : address.getPort();
      try (ClientSession session =
          client
              .connect(address.getUserInfo(), address.getHost(), port)
              .verify(PATIENCE)
              .getSession()) {
        session.addPublicKeyIdentity(key);
        session.auth().verify(PATIENCE);
        try (SftpClient files = SftpClientFactory.instance().createSftpClient(session)) {
          return work.on(files);
        }
      }
    }
  }

  private String folder() {
    String path = address.getPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  @Override
  public String deliver(OutboxRow row, byte[] body) throws IOException {
    String name = FolderTransport.name(row);
    String place = folder() + "/" + name;
    return connected(
        files -> {
          if (isThere(files, place)) {
            return name + " was there";
          }
          String part = place + ".part";
          try (OutputStream out = files.write(part)) {
            out.write(body);
          }
          files.rename(part, place);
          return name;
        });
  }

  private static boolean isThere(SftpClient files, String place) throws IOException {
    try {
      files.stat(place);
      return true;
    } catch (SftpException e) {
      if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
        return false;
      }
      throw e;
    }
  }

  /** What lies in the folder, by name; the partner takes it away. */
  Map<String, byte[]> files() throws IOException {
    return connected(
        files -> {
          List<String> names = new ArrayList<>();
          for (SftpClient.DirEntry entry : files.readDir(folder())) {
            if (entry.getFilename().endsWith(".json")) {
              names.add(entry.getFilename());
            }
          }
          Map<String, byte[]> found = new TreeMap<>();
          for (String name : names) {
            try (InputStream in = files.read(folder() + "/" + name)) {
              found.put(name, in.readAllBytes());
            }
          }
          return found;
        });
  }
}
