import java.nio.file.Files
import java.nio.file.attribute.FileTime
import java.nio.file.attribute.PosixFilePermission
import java.time.Duration

def root = new File(basedir, '../../../..').canonicalFile
def copy = new File(basedir, 'copy')
copy.deleteDir()

// Other times, and the rights that a umask of 002 gives instead of 022; what others may not read stays so, for jars tell that.
def add = { File file ->
    def target = new File(copy, "${root.toPath().relativize(file.toPath())}").toPath()
    Files.createDirectories(target.parent)
    Files.copy(file.toPath(), target)
    def rights = Files.getPosixFilePermissions(file.toPath())
    if (rights.contains(PosixFilePermission.GROUP_READ)) {
        rights.add(PosixFilePermission.GROUP_WRITE)
    }
    Files.setPosixFilePermissions(target, rights)
    Files.setLastModifiedTime(target, FileTime.from(Files.getLastModifiedTime(target).toInstant() - Duration.ofDays(400)))
}

// How the JVM of the build around is set is kept as well.
new File(basedir, '.mvn').mkdirs()
new File(basedir, '.mvn/jvm.config').text = new File(root, '.mvn/jvm.config').text

add(new File(root, 'pom.xml'))
(new File(basedir, 'pom.xml').text =~ '<module>copy/(.+)</module>').each { found ->
    add(new File(root, "${found[1]}/pom.xml"))
    new File(root, "${found[1]}/src/main").eachFileRecurse { if (it.file) add(it) }
}
return true
