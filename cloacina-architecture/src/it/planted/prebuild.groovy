// The domain and the ports allow a few dependencies by their own POMs: so those very POMs are tried, with one dependency too many.
def root = new File(basedir, '../../../..')
['domain', 'ports'].each { module ->
    def pom = new File(root, "cloacina-${module}/pom.xml").getText('UTF-8')
    def planted = pom
            .replace("<artifactId>cloacina-${module}</artifactId>", "<artifactId>planted-${module}</artifactId>")
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
