// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ontoc.pipeline.Artifact;

/**
 * Writes artifacts so that nobody sees a half of them: into a folder beside the place, then by
 * renaming. A folder that is new appears at once; in one that has files already, each file is
 * replaced at once and files that are not ours stay.
 */
final class OutputFolder {
  /** Bytes of a name that the usual file systems take; the rest of a name may be added to it. */
  private static final int LONGEST = 200;

  /** Folders themselves, names that end in a way that Windows drops, and its devices. */
  private static final Pattern RESERVED =
      Pattern.compile(
          "|.*[. ]|(?i:con|prn|aux|nul|conin\\$|conout\\$|com[0-9]|lpt[0-9])(\\..*)?|.*[<>\"|?*].*");

  private final Path folder;

  OutputFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  void write(List<Artifact> artifacts) throws Refusal {
    check(artifacts);
    try {
      Path parent = existingParent();
      Path temporary = Files.createTempDirectory(parent, ".ontoc-");
      try {
        for (Artifact artifact : artifacts) write(artifact, temporary);
        if (isNew()) moveFolder(temporary);
        else moveFiles(artifacts, temporary);
      } finally {
        delete(temporary);
      }
    } catch (IOException failed) {
      throw new Refusal(
          "E0151",
          "the folder " + folder + " cannot be written: " + reason(failed),
          "choose a folder that you may write to with -o");
    }
  }

  /** A back end is a plug-in: its paths must stay inside of the folder, on every file system. */
  private static void check(List<Artifact> artifacts) throws Refusal {
    Set<String> seen = new HashSet<>();
    for (Artifact artifact : artifacts) {
      if (!isInside(artifact.path()))
        throw new Refusal(
            "E0906",
            "the back end named an artifact '" + artifact.path() + "', which is no relative path",
            "report this to the back end's author");
      if (!seen.add(artifact.path().toLowerCase(Locale.ROOT)))
        throw new Refusal(
            "E0906",
            "the back end named two artifacts '" + artifact.path() + "'",
            "report this to the back end's author");
    }
  }

  static boolean isInside(String path) {
    if (path.isEmpty() || path.indexOf('\\') >= 0 || path.indexOf(':') >= 0) return false;
    if (path.chars().anyMatch(character -> character < ' ')) return false;
    for (String part : path.split("/", -1))
      if (part.isEmpty() || part.length() > LONGEST || RESERVED.matcher(part).matches())
        return false;
    try {
      return !Path.of(path).isAbsolute();
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private Path existingParent() throws IOException {
    if (!isNew()) return folder;
    Path parent = folder.getParent();
    return parent == null ? folder : Files.createDirectories(parent);
  }

  private boolean isNew() throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return true;
    if (!Files.isDirectory(folder)) throw new java.nio.file.NotDirectoryException(folder + "");
    return false;
  }

  private static void write(Artifact artifact, Path temporary) throws IOException {
    Path file = temporary.resolve(artifact.path());
    createFolders(temporary, artifact.path());
    Files.write(file, artifact.bytes());
    if (artifact.executable() && !file.toFile().setExecutable(true))
      throw new IOException(file + " cannot be made executable");
  }

  private void moveFolder(Path temporary) throws IOException {
    // Temporary folders are private; what a user asked for is as public as the umask says.
    Path probe = Files.createDirectory(folder);
    try {
      Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(probe));
    } catch (UnsupportedOperationException _) {
      // no POSIX permissions here
    }
    // An empty folder may be replaced by renaming.
    Files.move(
        temporary, folder, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void moveFiles(List<Artifact> artifacts, Path temporary) throws IOException {
    for (Artifact artifact : artifacts) {
      Path file = folder.resolve(artifact.path());
      createFolders(folder, artifact.path());
      Files.move(
          temporary.resolve(artifact.path()),
          file,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The folders on the way to an artifact; a link there could lead out of the folder. */
  private static void createFolders(Path folder, String path) throws IOException {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      Path at = folder.resolve(path.substring(0, slash));
      if (!Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) Files.createDirectory(at);
    }
  }

  private static void delete(Path temporary) throws IOException {
    if (!Files.exists(temporary)) return;
    try (Stream<Path> files = Files.walk(temporary)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }

  /** What a file system says, in words. */
  static String reason(IOException failed) {
    return switch (failed) {
      case java.nio.file.AccessDeniedException _ -> "permission denied";
      case java.nio.file.NoSuchFileException _ -> "there is no such folder";
      case java.nio.file.NotDirectoryException _ -> "it is not a folder";
      case java.nio.file.FileAlreadyExistsException there -> there.getFile() + " is in the way";
      default -> String.valueOf(failed.getMessage());
    };
  }
}
