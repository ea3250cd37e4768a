package studio.avatar.common.media;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import studio.avatar.common.media.MediaStore.Kept;
import studio.avatar.common.media.MediaStore.Page;

/**
 * What a directory holds, as S3 would list it. Each page looks at every name below the
 * prefix, which is quick enough for what is listed here and keeps no state between pages.
 */
class DirectoryListing {

	/** How the names of files begin that are being written. */
	static final String UNFINISHED = ".unfinished-";

	private final Path root;

	DirectoryListing(Path root) {
		this.root = root;
	}

	Page page(String prefix, String after, int most) throws IOException {
		Page.refuseSize(most);
		List<Kept> all = all(folder(prefix), (key) -> key.startsWith(prefix) && key.compareTo(after) > 0);
		all.sort(Comparator.comparing(Kept::key));
		return (all.size() <= most) ? new Page(all, null) : new Page(all.subList(0, most), all.get(most - 1).key());
	}

	/** Deletes what nobody has written to since then. */
	int clearUnfinished(Instant before) throws IOException {
		AtomicInteger gone = new AtomicInteger();
		walk(this.root, (path, seen) -> {
			if (isUnfinished(path) && seen.lastModifiedTime().toInstant().isBefore(before)
					&& Files.deleteIfExists(path)) {
				gone.incrementAndGet();
			}
		});
		return gone.get();
	}

	private List<Kept> all(Path folder, Predicate<String> wanted) throws IOException {
		List<Kept> found = new ArrayList<>();
		walk(folder, (path, seen) -> {
			String key = this.root.relativize(path).toString();
			if (!isUnfinished(path) && wanted.test(key)) {
				found.add(new Kept(key, seen.lastModifiedTime().toInstant(), seen.size()));
			}
		});
		return found;
	}

	private static boolean isUnfinished(Path path) {
		return path.getFileName().toString().startsWith(UNFINISHED);
	}

	private static void walk(Path folder, Look look) throws IOException {
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path path, BasicFileAttributes seen) throws IOException {
				if (seen.isRegularFile()) {
					look.at(path, seen);
				}
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path path, IOException why) throws IOException {
				if (why instanceof NoSuchFileException) {
					return FileVisitResult.CONTINUE; // it has just gone
				}
				throw why;
			}
		});
	}

	/** The deepest one that holds everything with that prefix. */
	private Path folder(String prefix) throws IOException {
		int end = prefix.lastIndexOf('/');
		return (end < 0) ? this.root : this.root.resolve(MediaKey.checked(prefix.substring(0, end)));
	}

	/** What is done with a file on the way. */
	private interface Look {

		void at(Path file, BasicFileAttributes seen) throws IOException;

	}

}
