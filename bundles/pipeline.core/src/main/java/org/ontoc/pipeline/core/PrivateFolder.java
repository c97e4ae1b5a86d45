// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ontoc.pipeline.Artifact;

/** Folders that only their owner can enter. */
final class PrivateFolder {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");
  private static final FileAttribute<?> OWNER_ONLY = PosixFilePermissions.asFileAttribute(OWNER);
  private static final Set<PosixFilePermission> READ = PosixFilePermissions.fromString("r--------");
  private static final Set<PosixFilePermission> RUN = PosixFilePermissions.fromString("r-x------");

  private PrivateFolder() {}

  /** The folder is another user's, or others can write to it. */
  static final class NotPrivate extends IOException {
    private static final long serialVersionUID = 1;

    NotPrivate(String message) {
      super(message);
    }
  }

  /**
   * Makes a folder with its parents, or takes one that is there and private already; an empty one
   * of the user is made private.
   */
  static void open(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      Path parent = folder.toAbsolutePath().getParent();
      if (parent != null) Files.createDirectories(parent);
      try {
        create(folder);
      } catch (java.nio.file.FileAlreadyExistsException _) {
        // another process was faster; whether it is ours is checked below
      }
    }
    if (!Files.isDirectory(folder)) throw new NotPrivate(folder + " is not a folder");
    if (!posix(folder)) return;
    Path probe = Files.createTempFile(folder, ".probe-", "");
    Object user;
    try {
      user = Files.getAttribute(probe, "unix:uid");
    } finally {
      Files.deleteIfExists(probe);
    }
    if (!user.equals(Files.getAttribute(folder, "unix:uid"))) {
      throw new NotPrivate(folder + " belongs to another user");
    }
    if (Files.getPosixFilePermissions(folder).equals(OWNER)) return;
    Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
    others.removeAll(OWNER);
    if (others.isEmpty()) return;
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) throw new NotPrivate("others may enter " + folder);
    }
    Files.setPosixFilePermissions(folder, OWNER);
  }

  static void create(Path folder) throws IOException {
    if (posix(folder)) Files.createDirectory(folder, OWNER_ONLY);
    else Files.createDirectory(folder);
  }

  /** Writes artifacts below a folder, so that nobody changes them by accident. */
  static void write(Path folder, List<Artifact> artifacts) throws IOException {
    for (Artifact artifact : artifacts) {
      Path file = folder;
      for (Path segment : folder.getFileSystem().getPath(artifact.path())) {
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) create(file);
        file = file.resolve(segment);
      }
      Files.write(file, artifact.bytes(), java.nio.file.StandardOpenOption.CREATE_NEW);
      if (posix(folder)) Files.setPosixFilePermissions(file, artifact.executable() ? RUN : READ);
    }
  }

  /** Deletes a tree; what another process deletes at the same time is no fault. */
  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) return;
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
            throw failed;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path folder, @org.jspecify.annotations.Nullable IOException failed)
              throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
