import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption

def root = new File(basedir, '../../../..')
def modules = ['cloacina-domain', 'cloacina-ports']

// What Error Prone must be allowed to see of the compiler is said to the JVM of Maven.
new File(basedir, '.mvn').mkdirs()
new File(basedir, '.mvn/jvm.config').text = new File(root, '.mvn/jvm.config').text

new File(basedir, 'pom.xml').text = new File(root, 'pom.xml').getText('UTF-8')
        .replaceFirst('(?s)<modules>.*?</modules>', '<modules>' + modules.collect { "<module>${it}</module>" }.join() + '</modules>')

modules.each { module ->
    Path from = new File(root, module).toPath()
    Path to = new File(basedir, module).toPath()
    ['pom.xml', 'src/main'].each { part ->
        Files.walk(from.resolve(part)).withCloseable { files ->
            files.each { file ->
                Path copy = to.resolve(from.relativize(file).toString())
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy)
                } else {
                    Files.createDirectories(copy.parent)
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING)
                }
            }
        }
    }
}
return true
