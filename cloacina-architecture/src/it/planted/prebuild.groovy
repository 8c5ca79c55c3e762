def root = new File(basedir, '../../../..')

// What Error Prone must be allowed to see of the compiler is said to the JVM of Maven.
new File(basedir, '.mvn').mkdirs()
new File(basedir, '.mvn/jvm.config').text = new File(root, '.mvn/jvm.config').text

// The domain and the ports allow a few dependencies by their own POMs: so those very POMs are tried, with one dependency too many.
['domain', 'ports'].each { module ->
    def pom = new File(root, "cloacina-${module}/pom.xml").getText('UTF-8')
    def planted = pom
            .replace("<artifactId>cloacina-${module}</artifactId>", "<artifactId>planted-${module}</artifactId>")
            .replaceFirst('<name>.*</name>', "<name>planted-${module}</name>")
            .replace('</parent>', '<relativePath/></parent>')
            .replaceFirst('<dependencies>', '''<dependencies>
                <dependency>
                  <groupId>org.slf4j</groupId>
                  <artifactId>slf4j-api</artifactId>
                </dependency>''')
    new File(basedir, module).mkdirs()
    new File(basedir, "${module}/pom.xml").setText(planted, 'UTF-8')
}
return true
