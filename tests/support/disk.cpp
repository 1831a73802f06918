// SPDX-License-Identifier: GPL-3.0-or-later

// A disk that fills up, breaks off or loses its power, for programs as they are: loaded before them (LD_PRELOAD) it is SQLite's default
// file system, in front of the real one (sqlite.org/vfs.html). ENCORE_DISK says what happens:
//   count F        nothing; how many operations there were stands in file F in the end
//   full N         write N is cut in half, and none succeeds after it
//   full-while F   no write succeeds while there is a file F
//   kill N         operation N, of which a write is half done, is the program's last: SIGKILL
//   power N SEED   the same, and of what was written since the last sync nothing stays (SEED 0), or sectors by chance
//   lie N SEED     the same on a disk that does not sync at all: what tests must notice
// Operations are writes, syncs and truncations, from 1. A file that was made or removed stays so; the index of the log (-shm) is made anew
// by whoever opens a file first, so it is left alone.

#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <map>
#include <mutex>
#include <new>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace
{

constexpr size_t sectorSize = 512;

/// What the disk may not have yet.
struct Change {
    sqlite3_int64 offset; ///< of a truncation: the new size
    sqlite3_int64 sizeBefore;
    std::string before; ///< as much of it as there was
    std::string after; ///< empty: a truncation
};
using Unsynced = std::map<std::string, std::vector<Change>>; ///< by path

enum class Fate { None, Count, Full, FullWhile, Kill, Power, Lie };

struct Disk {
    std::mutex mutex;
    Fate fate = Fate::None;
    long when = 0;
    unsigned long seed = 0;
    std::string file;
    long operations = 0;
    Unsynced unsynced;
    sqlite3_vfs* real = nullptr;
};

Disk& disk()
{
    static Disk* const one = new Disk; // outlives every static object that still writes
    return *one;
}

struct File {
    sqlite3_file base;
    const char* path; ///< SQLite keeps it as long as the file is open; null: a temporary one
    [[nodiscard]] sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* ours(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file);
}

sqlite3_file* theirs(sqlite3_file* file)
{
    return ours(file)->real();
}

bool isTracked(const File* file)
{
    return file->path && (disk().fate == Fate::Power || disk().fate == Fate::Lie);
}

void put(int file, const std::string& bytes, size_t from, size_t size, sqlite3_int64 offset)
{
    if (::pwrite(file, bytes.data() + from, size, offset + off_t(from)) != ssize_t(size))
        std::abort();
}

void resize(int file, sqlite3_int64 size)
{
    if (::ftruncate(file, size) != 0)
        std::abort();
}

void losePower()
{
    std::mt19937_64 chance(disk().seed);
    for (const auto& [path, changes] : disk().unsynced) {
        const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
        if (file < 0)
            continue; // removed since
        for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
            put(file, change->before, 0, change->before.size(), change->offset);
            resize(file, change->sizeBefore);
        }
        for (const Change& change : changes) {
            if (disk().seed == 0)
                break;
            if (change.after.empty() && chance() % 2 == 0)
                resize(file, change.offset);
            for (size_t from = 0; from < change.after.size(); from += sectorSize) {
                if (chance() % 2 == 0)
                    put(file, change.after, from, std::min(sectorSize, change.after.size() - from), change.offset);
            }
        }
        ::fsync(file);
    }
}

[[noreturn]] void end()
{
    if (disk().fate != Fate::Kill)
        losePower();
    ::kill(::getpid(), SIGKILL);
    std::abort();
}

/// Whether this operation is the one at which it happens.
bool isTime()
{
    return ++disk().operations == disk().when;
}

bool isFull()
{
    return (disk().fate == Fate::Full && disk().operations > disk().when)
        || (disk().fate == Fate::FullWhile && ::access(disk().file.c_str(), F_OK) == 0);
}

void note(sqlite3_file* file, const void* data, size_t size, sqlite3_int64 offset)
{
    Change change{offset, 0, {}, std::string(static_cast<const char*>(data), size)};
    theirs(file)->pMethods->xFileSize(theirs(file), &change.sizeBefore);
    const sqlite3_int64 last = data ? offset + sqlite3_int64(size) : change.sizeBefore;
    const sqlite3_int64 there = std::max(sqlite3_int64(0), std::min(change.sizeBefore, last) - offset);
    change.before.resize(size_t(there));
    if (there > 0)
        theirs(file)->pMethods->xRead(theirs(file), change.before.data(), int(there), offset);
    disk().unsynced[ours(file)->path].push_back(std::move(change));
}

int closeFile(sqlite3_file* file)
{
    return theirs(file)->pMethods->xClose(theirs(file));
}

int readFile(sqlite3_file* file, void* data, int size, sqlite3_int64 offset)
{
    return theirs(file)->pMethods->xRead(theirs(file), data, size, offset);
}

int writeFile(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset)
{
    const std::lock_guard lock(disk().mutex);
    const bool isLast = isTime();
    if (isFull())
        return SQLITE_FULL;
    const int half = isLast ? size / 2 : size;
    if (isTracked(ours(file)) && half > 0)
        note(file, data, size_t(half), offset);
    const int result = half > 0 ? theirs(file)->pMethods->xWrite(theirs(file), data, half, offset) : SQLITE_OK;
    if (!isLast)
        return result;
    if (disk().fate == Fate::Full)
        return SQLITE_FULL;
    end();
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    const std::lock_guard lock(disk().mutex);
    if (isTime() && disk().fate >= Fate::Kill)
        end();
    if (isTracked(ours(file)))
        note(file, nullptr, 0, size);
    return theirs(file)->pMethods->xTruncate(theirs(file), size);
}

int syncFile(sqlite3_file* file, int flags)
{
    const std::lock_guard lock(disk().mutex);
    if (isTime() && disk().fate >= Fate::Kill)
        end();
    const int result = theirs(file)->pMethods->xSync(theirs(file), flags);
    if (result == SQLITE_OK && ours(file)->path && disk().fate != Fate::Lie)
        disk().unsynced.erase(ours(file)->path);
    return result;
}

const sqlite3_io_methods methods = {
    2, // nothing past the log: no pages that are written through memory
    closeFile,
    readFile,
    writeFile,
    truncateFile,
    syncFile,
    [](sqlite3_file* file, sqlite3_int64* size) { return theirs(file)->pMethods->xFileSize(theirs(file), size); },
    [](sqlite3_file* file, int level) { return theirs(file)->pMethods->xLock(theirs(file), level); },
    [](sqlite3_file* file, int level) { return theirs(file)->pMethods->xUnlock(theirs(file), level); },
    [](sqlite3_file* file, int* held) { return theirs(file)->pMethods->xCheckReservedLock(theirs(file), held); },
    [](sqlite3_file* file, int what, void* value) { return theirs(file)->pMethods->xFileControl(theirs(file), what, value); },
    [](sqlite3_file* file) { return theirs(file)->pMethods->xSectorSize(theirs(file)); },
    [](sqlite3_file* file) { return theirs(file)->pMethods->xDeviceCharacteristics(theirs(file)); },
    [](sqlite3_file* file, int region, int size, int extend, void volatile** at) {
        return theirs(file)->pMethods->xShmMap(theirs(file), region, size, extend, at);
    },
    [](sqlite3_file* file, int offset, int count, int flags) { return theirs(file)->pMethods->xShmLock(theirs(file), offset, count, flags); },
    [](sqlite3_file* file) { theirs(file)->pMethods->xShmBarrier(theirs(file)); },
    [](sqlite3_file* file, int remove) { return theirs(file)->pMethods->xShmUnmap(theirs(file), remove); },
    nullptr,
    nullptr,
};

int openFile(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* flagsOut)
{
    File* const made = new (file) File{{nullptr}, path};
    made->real()->pMethods = nullptr;
    const int result = disk().real->xOpen(disk().real, path, made->real(), flags, flagsOut);
    made->base.pMethods = made->real()->pMethods ? &methods : nullptr;
    return result;
}

int removeFile(sqlite3_vfs*, const char* path, int syncFolder)
{
    const std::lock_guard lock(disk().mutex);
    disk().unsynced.erase(path);
    return disk().real->xDelete(disk().real, path, syncFolder);
}

/// Before main(), and so before anybody opens a file.
[[gnu::constructor]] void plugIn()
{
    static const std::map<std::string, Fate> fates{
        {"count", Fate::Count}, {"full", Fate::Full}, {"full-while", Fate::FullWhile}, {"kill", Fate::Kill}, {"power", Fate::Power}, {"lie", Fate::Lie}};
    const char* const plan = std::getenv("ENCORE_DISK");
    std::istringstream words(plan ? plan : "");
    std::string fate;
    words >> fate;
    const auto found = fates.find(fate);
    if (found == fates.end())
        return;
    disk().fate = found->second;
    if (disk().fate == Fate::FullWhile || disk().fate == Fate::Count)
        std::getline(words >> std::ws, disk().file);
    else
        words >> disk().when >> disk().seed;
    disk().real = sqlite3_vfs_find(nullptr);
    static sqlite3_vfs inFront = *disk().real;
    inFront.zName = "encore-disk";
    inFront.szOsFile += int(sizeof(File));
    inFront.xOpen = openFile;
    inFront.xDelete = removeFile;
    sqlite3_vfs_register(&inFront, 1);
}

/// Behind main().
[[gnu::destructor]] void unplug()
{
    if (disk().fate == Fate::Count)
        std::ofstream(disk().file) << disk().operations;
}

} // namespace
