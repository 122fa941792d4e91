/*
 * Files: whole reads with a limit, writes that a reader never sees half done, and folders.
 */
#include "base.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Closes without losing the reason of an earlier failure. */
static void close_quietly(int fd)
{
	int reason = errno;

	close(fd);
	errno = reason;
}

static enum file_result result_of(int reason)
{
	if (reason == ENOENT || reason == ENOTDIR)
		return FILE_MISSING;
	return reason == EACCES || reason == EPERM ? FILE_DENIED : FILE_FAILED;
}

/* Reads to the end or past the limit. False with errno on failure. */
static bool read_all(int fd, size_t limit, struct buf *buf)
{
	char piece[16 * 1024];

	while (buf->len <= limit) {
		ssize_t got = read(fd, piece, sizeof piece);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return got == 0;
		buf_put(buf, piece, (size_t)got);
	}
	return true;
}

enum file_result file_read(struct arena *arena, const char *path, size_t limit, char **data, size_t *len)
{
	enum file_result result = FILE_OK;
	struct buf buf = {0};
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return result_of(errno);
	if (!read_all(fd, limit, &buf)) {
		result = result_of(errno);
	} else if (buf.len > limit) {
		errno = EFBIG;
		result = FILE_TOO_LARGE;
	} else {
		*data = arena_strndup(arena, buf.data ? buf.data : "", buf.len);
		*len = buf.len;
	}
	close_quietly(fd);
	buf_free(&buf);
	return result;
}

static bool write_all(int fd, const char *data, size_t len)
{
	while (len) {
		ssize_t put = write(fd, data, len);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		data += put;
		len -= (size_t)put;
	}
	return true;
}

/* What is not a regular file (a pipe, a device) cannot be replaced by a rename; it is written to. */
static bool write_through(const char *path, const void *data, size_t len)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	bool done;

	if (fd < 0)
		return false;
	done = write_all(fd, data, len);
	if (close(fd) != 0)
		done = false;
	return done;
}

static size_t dir_len(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash - path) + 1 : 0;
}

/* Creates a new file beside the target, hidden, with the rights the umask gives; its name goes to `name`. */
static int open_beside(const char *path, struct buf *name)
{
	size_t dir = dir_len(path);
	int fd = -1;

	for (unsigned int attempt = 0; attempt < 100 && fd < 0; attempt++) {
		name->len = 0;
		buf_put(name, path, dir);
		buf_printf(name, ".%s.%ld-%u.part", path + dir, (long)getpid(), attempt);
		fd = open(name->data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	return fd;
}

/* The rename is safe on disk once the folder is; a file system that cannot sync a folder is left alone. */
static void sync_dir(const char *path)
{
	struct buf dir = {0};
	int fd;

	buf_put(&dir, path, dir_len(path));
	fd = open(dir.len ? dir.data : ".", O_RDONLY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	buf_free(&dir);
}

static bool write_and_sync(int fd, const void *data, size_t len)
{
	bool done = write_all(fd, data, len) && (fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP);

	if (!done)
		close_quietly(fd);
	else if (close(fd) != 0)
		done = false;
	return done;
}

static bool replace(const char *path, const void *data, size_t len)
{
	struct buf name = {0};
	int fd = open_beside(path, &name);
	bool done = fd >= 0;
	struct stat old;

	if (done && stat(path, &old) == 0)
		done = fchmod(fd, old.st_mode & 0777) == 0 || errno == EPERM; /* the rights of the file stay */
	if (done) {
		done = write_and_sync(fd, data, len) && rename(name.data, path) == 0;
		if (!done) {
			int reason = errno;

			unlink(name.data);
			errno = reason;
		}
	}
	if (done)
		sync_dir(path);
	buf_free(&name);
	return done;
}

bool file_write(const char *path, const void *data, size_t len)
{
	struct stat info;

	if (!strcmp(path, "-"))
		return write_all(STDOUT_FILENO, data, len);
	if (stat(path, &info) == 0 && S_ISDIR(info.st_mode)) {
		errno = EISDIR;
		return false;
	}
	if (stat(path, &info) == 0 && !S_ISREG(info.st_mode))
		return write_through(path, data, len);
	return replace(path, data, len);
}

bool file_is_dir(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool file_make_dirs(const char *path)
{
	struct buf part = {0};
	bool done = true;

	for (const char *at = path; done && *at;) {
		size_t name = strcspn(at, "/"), len = name + strspn(at + name, "/");

		buf_put(&part, at, len);
		at += len;
		done = name == 0 || mkdir(part.data, 0777) == 0 || (errno == EEXIST && file_is_dir(part.data));
	}
	buf_free(&part);
	return done;
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool ends_with(const char *name, const char *suffix)
{
	size_t len = strlen(name), tail = strlen(suffix);

	return len >= tail && !strcmp(name + len - tail, suffix);
}

size_t file_list(struct arena *arena, const char *dir, const char *suffix, const char ***paths)
{
	LIST(const char *) found = {0};
	DIR *stream = opendir(dir);
	const struct dirent *entry;

	*paths = NULL;
	if (!stream)
		return 0;
	while ((entry = readdir(stream)) != NULL)
		if (entry->d_name[0] != '.' && ends_with(entry->d_name, suffix))
			*LIST_ADD(arena, &found) = file_join(arena, dir, entry->d_name);
	closedir(stream);
	if (found.count)
		qsort(found.items, found.count, sizeof *found.items, by_bytes);
	*paths = found.items;
	return found.count;
}

const char *file_join(struct arena *arena, const char *dir, const char *name)
{
	size_t len = strlen(dir);

	if (!len || !strcmp(dir, ".") || name[0] == '/')
		return arena_strdup(arena, name);
	return arena_printf(arena, "%s%s%s", dir, dir[len - 1] == '/' ? "" : "/", name);
}
