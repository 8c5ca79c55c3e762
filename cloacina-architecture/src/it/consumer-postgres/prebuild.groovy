import java.nio.file.Files

// One source for every adapter: only the POM and the URL differ.
def source = new File(basedir, '../../../src/it/consumer/Greeting.java').toPath()
def target = new File(basedir, 'src/main/java/org/example/Greeting.java').toPath()
Files.createDirectories(target.parent)
target.toFile().bytes = source.toFile().bytes
return true
