<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CoreWords</name>
    <message>
        <source>%1 (SQLite %2: %3)</source>
        <translation>%1（SQLite %2：%3）</translation>
    </message>
    <message>
        <source>the store %1 is locked by another program for the moment: close what else has it open</source>
        <translation>存储 %1 暂时被另一个程序锁定：请关闭其他打开它的程序</translation>
    </message>
    <message>
        <source>the disk of the store %1 is full: free some space</source>
        <translation>存储 %1 所在磁盘已满：请释放空间</translation>
    </message>
    <message>
        <source>reading or writing the store %1 failed: check the disk</source>
        <translation>读写存储 %1 失败：请检查磁盘</translation>
    </message>
    <message>
        <source>the store %1 is read-only: give this user the right to write the file and its folder</source>
        <translation>存储 %1 是只读的：请授予当前用户写入该文件及其文件夹的权限</translation>
    </message>
    <message>
        <source>the store %1 cannot be opened: check that file and folder exist and belong to this user</source>
        <translation>无法打开存储 %1：请检查文件和文件夹是否存在且属于当前用户</translation>
    </message>
    <message>
        <source>%1 is not a Checkback store, or its header is damaged: choose another file or restore a backup</source>
        <translation>%1 不是 Checkback 存储，或其文件头已损坏：请选择其他文件或恢复备份</translation>
    </message>
    <message>
        <source>the store %1 is damaged: restore a backup, or save what is left with sqlite3&apos;s .recover</source>
        <translation>存储 %1 已损坏：请恢复备份，或用 sqlite3 的 .recover 挽救剩余内容</translation>
    </message>
    <message>
        <source>the store %1 answered unexpectedly</source>
        <translation>存储 %1 给出了意外的应答</translation>
    </message>
    <message>
        <source>%1 is the database of another program, not a Checkback store: choose another file</source>
        <translation>%1 是其他程序的数据库，不是 Checkback 存储：请选择其他文件</translation>
    </message>
    <message>
        <source>the folder %1 of the store cannot be made: give this user the right to, or choose another place</source>
        <translation>无法创建存储的文件夹 %1：请授予当前用户权限，或选择其他位置</translation>
    </message>
    <message>
        <source>%1 is a folder: name the store&apos;s file</source>
        <translation>%1 是文件夹：请指定存储的文件</translation>
    </message>
    <message>
        <source>the store %1 cannot be made (%2): give this user the right to write its folder, or choose another place</source>
        <translation>无法创建存储 %1（%2）：请授予当前用户写入其文件夹的权限，或选择其他位置</translation>
    </message>
    <message>
        <source>the lock file %1 cannot be made (%2): give this user the right to write its folder</source>
        <translation>无法创建锁文件 %1（%2）：请授予当前用户写入其文件夹的权限</translation>
    </message>
    <message>
        <source>the store %1 is in use by another coordinator (pid %2): stop it, or attach to it</source>
        <translation>存储 %1 正被另一个协调器使用（pid %2）：请停止它，或连接到它</translation>
    </message>
    <message>
        <source>the folder of the store %1 cannot hold shared memory files: choose a local disk</source>
        <translation>存储 %1 的文件夹不支持共享内存文件：请选择本地磁盘</translation>
    </message>
    <message>
        <source>the message %1 is damaged in the store %2: restore a backup</source>
        <translation>存储 %2 中的消息 %1 已损坏：请恢复备份</translation>
    </message>
    <message>
        <source>there is no store %1: start a coordinator on it first</source>
        <translation>没有存储 %1：请先在其上启动协调器</translation>
    </message>
    <message>
        <source>the version of the store %1 cannot be read (%2): if it is damaged, restore a backup</source>
        <translation>无法读取存储 %1 的版本（%2）：如果已损坏，请恢复备份</translation>
    </message>
    <message>
        <source>the store %1 is of version %2, this program knows only up to %3: update Checkback</source>
        <translation>存储 %1 的版本为 %2，本程序最高只支持 %3：请更新 Checkback</translation>
    </message>
    <message>
        <source>bringing the store %1 to version %2 failed and was undone: %3</source>
        <translation>将存储 %1 升级到版本 %2 失败并已撤销：%3</translation>
    </message>
    <message>
        <source>the disk did not take what was written to %1: %2</source>
        <translation>磁盘未能保存写入 %1 的内容：%2</translation>
    </message>
    <message>
        <source>%1 (MySQL %2: %3)</source>
        <translation>%1（MySQL %2：%3）</translation>
    </message>
    <message>
        <source>the store %1 cannot be reached: start the server, and check host, port and firewall</source>
        <translation>无法连接存储 %1：请启动服务器，并检查主机、端口和防火墙</translation>
    </message>
    <message>
        <source>the connection to the store %1 is lost: it is made again by itself once the server runs</source>
        <translation>与存储 %1 的连接已断开：服务器恢复后会自动重新连接</translation>
    </message>
    <message>
        <source>the server of the store %1 takes no more connections: raise max_connections (or this user&apos;s limit), or close others</source>
        <translation>存储 %1 的服务器不再接受连接：请调高 max_connections（或该用户的上限），或关闭其他连接</translation>
    </message>
    <message>
        <source>the store %1 refuses this user or password: check the user name, password-file and CHECKBACK_STORE_PASSWORD</source>
        <translation>存储 %1 拒绝了该用户或密码：请检查用户名和密码（password-file、CHECKBACK_STORE_PASSWORD）</translation>
    </message>
    <message>
        <source>the server of the store %1 refuses this machine: allow its address (CREATE USER &apos;name&apos;@&apos;host&apos;), or FLUSH HOSTS where it is blocked</source>
        <translation>存储 %1 的服务器拒绝本机：请允许其地址（CREATE USER &apos;name&apos;@&apos;host&apos;），若被封锁请执行 FLUSH HOSTS</translation>
    </message>
    <message>
        <source>no trusted TLS connection to the store %1: check the server&apos;s certificate and its host name, and name the certificate authority with ca=FILE</source>
        <translation>无法与存储 %1 建立可信的 TLS 连接：请检查服务器证书及其主机名，并用 ca=FILE 指定证书颁发机构</translation>
    </message>
    <message>
        <source>the disk of the store %1 is full: free some space on the server</source>
        <translation>存储 %1 的磁盘已满：请在服务器上释放空间</translation>
    </message>
    <message>
        <source>the server of the store %1 is read-only: SET GLOBAL read_only = OFF, or name the primary server</source>
        <translation>存储 %1 的服务器是只读的：请执行 SET GLOBAL read_only = OFF，或改用主服务器</translation>
    </message>
    <message>
        <source>the user of the store %1 lacks a privilege: %2</source>
        <translation>存储 %1 的用户缺少权限：%2</translation>
    </message>
    <message>
        <source>the store %1 has no such database: CREATE DATABASE `%2` and %3</source>
        <translation>存储 %1 没有该数据库：请执行 CREATE DATABASE `%2` 以及 %3</translation>
    </message>
    <message>
        <source>a table of the store %1 is missing: restore a backup; or, to begin with an empty store, drop its other tables too and start the coordinator again</source>
        <translation>存储 %1 缺少一张表：请恢复备份；若要从空存储开始，请同时删除其余各表并重新启动协调器</translation>
    </message>
    <message>
        <source>the node of the store %1 is not part of its cluster at the moment (not synced, or without quorum): it is tried again by itself; check wsrep_ready and wsrep_cluster_status, and start the cluster&apos;s other nodes, or, should they be lost, SET GLOBAL wsrep_provider_options = &apos;pc.bootstrap=YES&apos; on one that is left</source>
        <translation>存储 %1 的节点目前不在集群中（未同步或没有法定人数）：会自动重试；请检查 wsrep_ready 和 wsrep_cluster_status 并启动集群的其他节点；若其他节点已丢失，请在剩余的一个节点上执行 SET GLOBAL wsrep_provider_options = &apos;pc.bootstrap=YES&apos;</translation>
    </message>
    <message>
        <source>the server of the store %1 refuses packets of this size: raise max_allowed_packet to 16M or more</source>
        <translation>存储 %1 的服务器拒绝这种大小的数据包：请将 max_allowed_packet 调到 16M 或以上</translation>
    </message>
    <message>
        <source>the server of the store %1 does not take that much at once: send less, or raise max_allowed_packet there</source>
        <translation>存储 %1 的服务器一次收不下这么多：请减少内容，或调大该服务器的 max_allowed_packet</translation>
    </message>
    <message>
        <source>the message has %1 bytes, with the URLs of all its branches: the store %2 takes at most %3, half of its server&apos;s max_allowed_packet of %4; send less in one message, or raise max_allowed_packet on the server</source>
        <translation>该消息连同所有分支的 URL 共 %1 字节：存储 %2 最多接受 %3 字节，即其服务器 max_allowed_packet（%4）的一半；请减少单条消息的内容，或调大服务器的 max_allowed_packet</translation>
    </message>
    <message>
        <source>the store %1 is held up by another transaction for the moment</source>
        <translation>存储 %1 暂时被另一个事务阻塞</translation>
    </message>
    <message>
        <source>the server of the store %1 does not encrypt: set up TLS there, or give tls=off</source>
        <translation>存储 %1 的服务器不支持加密：请在服务器上启用 TLS，或指定 tls=off</translation>
    </message>
    <message>
        <source>there is no store %1 yet: start a coordinator on it first</source>
        <translation>还没有存储 %1：请先在其上启动协调器</translation>
    </message>
    <message>
        <source>the database of the store %1 holds tables of another program (%2): choose another one</source>
        <translation>存储 %1 的数据库中有其他程序的表（%2）：请另选一个数据库</translation>
    </message>
    <message>
        <source>bringing the store %1 to version %2 failed: %3</source>
        <translation>将存储 %1 升级到版本 %2 失败：%3</translation>
    </message>
    <message>
        <source>the server still works on what was sent before the connection was lost</source>
        <translation>服务器仍在处理连接断开前发送的内容</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>the store cannot write at the moment; sending the same again later is safe: %1</source>
        <translation>存储暂时无法写入；稍后重发同样的内容是安全的：%1</translation>
    </message>
    <message>
        <source>the message is being changed by others: try again</source>
        <translation>该消息正在被其他人修改：请重试</translation>
    </message>
    <message>
        <source>the coordinator stops; the message is kept and delivery goes on when it is back</source>
        <translation>协调器正在停止；消息已保存，恢复后会继续投递</translation>
    </message>
    <message>
        <source>the coordinator stops and prepares nothing new: send it again later</source>
        <translation>协调器正在停止，不再准备新消息：请稍后重发</translation>
    </message>
    <message>
        <source>the coordinator does not run</source>
        <translation>协调器没有运行</translation>
    </message>
    <message>
        <source>too many events wait: try again</source>
        <translation>等待处理的事件太多：请重试</translation>
    </message>
    <message>
        <source>too many queries wait: try again</source>
        <translation>等待的查询太多：请重试</translation>
    </message>
    <message>
        <source>an armed fault made the commit fail</source>
        <translation>已设置的故障使提交失败</translation>
    </message>
    <message>
        <source>an armed fault kept the lease from being renewed</source>
        <translation>已设置的故障使租约无法续期</translation>
    </message>
    <message>
        <source>cannot listen on %1 port %2: %3</source>
        <translation>无法在 %1 的端口 %2 上监听：%3</translation>
    </message>
    <message>
        <source>gid %1 is not known</source>
        <translation>没有 gid 为 %1 的消息</translation>
    </message>
    <message>
        <source>the message has moved on: it is %1 by now, with %2 of %3 branches applied; look at it again</source>
        <translation>消息已有进展：现在是 %1，%3 个分支中已执行 %2 个；请重新查看</translation>
    </message>
    <message>
        <source>the message is %1 (%2): %3</source>
        <translation>消息为 %1（%2）：%3</translation>
    </message>
    <message>
        <source>the message is %1: %2</source>
        <translation>消息为 %1：%2</translation>
    </message>
    <message>
        <source>it cannot be prepared again</source>
        <translation>不能再次准备</translation>
    </message>
    <message>
        <source>it can no longer be aborted</source>
        <translation>已不能中止</translation>
    </message>
    <message>
        <source>the sender need not be asked any more</source>
        <translation>无需再询问发送方</translation>
    </message>
    <message>
        <source>it cannot be submitted</source>
        <translation>不能提交</translation>
    </message>
    <message>
        <source>there is nothing to stop</source>
        <translation>没有可停止的内容</translation>
    </message>
    <message>
        <source>there is nothing to retry</source>
        <translation>没有可重试的内容</translation>
    </message>
    <message>
        <source>the message is kept and delivery goes on: %1</source>
        <translation>消息已保存，投递会继续：%1</translation>
    </message>
    <message>
        <source>the message has failed: %1</source>
        <translation>消息已失败：%1</translation>
    </message>
    <message>
        <source>the sender answered the checkback: its local transaction was rolled back</source>
        <translation>发送方对回查的应答：其本地事务已回滚</translation>
    </message>
    <message>
        <source>stopped by hand</source>
        <translation>人工停止</translation>
    </message>
    <message>
        <source>aborted by the sender</source>
        <translation>发送方已中止</translation>
    </message>
    <message>
        <source>no connection: %1</source>
        <translation>无法连接：%1</translation>
    </message>
    <message>
        <source>no trusted TLS connection: %1</source>
        <translation>没有可信的 TLS 连接：%1</translation>
    </message>
    <message>
        <source>no connection in time</source>
        <translation>未能及时建立连接</translation>
    </message>
    <message>
        <source>no complete answer in time</source>
        <translation>未能及时收到完整应答</translation>
    </message>
    <message>
        <source>the host&apos;s name has no address</source>
        <translation>主机名没有对应的地址</translation>
    </message>
    <message>
        <source>the host&apos;s address is one that is never called</source>
        <translation>该主机的地址不允许调用</translation>
    </message>
    <message>
        <source>the answer is longer than the limit</source>
        <translation>应答超过长度上限</translation>
    </message>
    <message>
        <source>the answer is not valid HTTP</source>
        <translation>应答不是有效的 HTTP</translation>
    </message>
    <message>
        <source>the connection was closed before the answer was complete</source>
        <translation>应答完成前连接已关闭</translation>
    </message>
    <message>
        <source>the peer closed the connection</source>
        <translation>对方关闭了连接</translation>
    </message>
    <message>
        <source>the URL cannot be called</source>
        <translation>无法调用该 URL</translation>
    </message>
    <message>
        <source>an armed fault dropped the call</source>
        <translation>已设置的故障丢弃了该调用</translation>
    </message>
    <message>
        <source>an armed fault dropped the answer</source>
        <translation>已设置的故障丢弃了应答</translation>
    </message>
    <message>
        <source>this coordinator&apos;s lease on the store ran out</source>
        <translation>本协调器对存储的租约已过期</translation>
    </message>
    <message>
        <source>%1 does not answer; calls to it are held back for a moment</source>
        <translation>%1 没有应答；对它的调用暂缓</translation>
    </message>
    <message>
        <source>%1 has too many calls waiting; this one is made later</source>
        <translation>%1 等待的调用太多；此次调用稍后进行</translation>
    </message>
    <message>
        <source>answered 200 with a body that is cut off or longer than 64 KiB</source>
        <translation>应答 200，但正文被截断或超过 64 KiB</translation>
    </message>
    <message>
        <source>answered dtm_result FAILURE</source>
        <translation>应答 dtm_result FAILURE</translation>
    </message>
    <message>
        <source>answered dtm_result ONGOING</source>
        <translation>应答 dtm_result ONGOING</translation>
    </message>
    <message>
        <source>answered 200 with a dtm_result that is none of SUCCESS, FAILURE, ONGOING</source>
        <translation>应答 200，但 dtm_result 不是 SUCCESS、FAILURE、ONGOING 之一</translation>
    </message>
    <message>
        <source>answered 200 with a web page</source>
        <translation>应答 200，但内容是网页</translation>
    </message>
    <message>
        <source>answered 200 with a body that is not JSON</source>
        <translation>应答 200，但正文不是 JSON</translation>
    </message>
    <message>
        <source>answered 200 with FAILURE or ONGOING in a body without dtm_result</source>
        <translation>应答 200，正文没有 dtm_result 但含有 FAILURE 或 ONGOING</translation>
    </message>
    <message>
        <source>answered 409 with a dtm_result that contradicts it</source>
        <translation>应答 409，但 dtm_result 与之矛盾</translation>
    </message>
    <message>
        <source>with a body that is cut off or longer than 64 KiB</source>
        <translation>正文被截断或超过 64 KiB</translation>
    </message>
    <message>
        <source>with a dtm_result that is none of SUCCESS, FAILURE, ONGOING</source>
        <translation>dtm_result 不是 SUCCESS、FAILURE、ONGOING 之一</translation>
    </message>
    <message>
        <source>with a web page</source>
        <translation>内容是网页</translation>
    </message>
    <message>
        <source>with a body that is not JSON</source>
        <translation>正文不是 JSON</translation>
    </message>
    <message>
        <source>with FAILURE or ONGOING in a body without dtm_result</source>
        <translation>正文没有 dtm_result 但含有 FAILURE 或 ONGOING</translation>
    </message>
    <message>
        <source>with a dtm_result that contradicts it</source>
        <translation>dtm_result 与之矛盾</translation>
    </message>
    <message>
        <source>the bank&apos;s database: %1</source>
        <translation>银行的数据库：%1</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for MySQL is missing: install libqt6sql6-mysql</source>
        <translation>缺少 Qt 的 MySQL 驱动：请安装 libqt6sql6-mysql</translation>
    </message>
    <message>
        <source>the server %1 offers no TLS; give it a certificate (ssl_cert, ssl_key), or set tls=off</source>
        <translation>服务器 %1 不提供 TLS；请为其配置证书（ssl_cert、ssl_key），或设置 tls=off</translation>
    </message>
    <message>
        <source>the database did not %1: %2</source>
        <translation>数据库未能完成操作（%1）：%2</translation>
    </message>
    <message>
        <source>the table %1 is kept by %2, which cannot roll back: ALTER TABLE %3 ENGINE=InnoDB</source>
        <translation>表 %1 使用 %2 引擎，无法回滚：请执行 ALTER TABLE %3 ENGINE=InnoDB</translation>
    </message>
    <message>
        <source>free some space on the server&apos;s disk</source>
        <translation>请在服务器磁盘上释放空间</translation>
    </message>
    <message>
        <source>raise the server&apos;s max_connections, or use fewer connections</source>
        <translation>请调高服务器的 max_connections，或减少连接数</translation>
    </message>
    <message>
        <source>grant the user rights on this database (GRANT … ON database.* TO user)</source>
        <translation>请授予该用户此数据库的权限（GRANT … ON database.* TO user）</translation>
    </message>
    <message>
        <source>check the user, its password and the host it may come from</source>
        <translation>请检查用户、密码以及允许登录的来源主机</translation>
    </message>
    <message>
        <source>this node of the cluster is not in sync or has no quorum; it works again once it has rejoined</source>
        <translation>集群的该节点未同步或没有法定人数；重新加入后即可恢复</translation>
    </message>
    <message>
        <source>create the database (CREATE DATABASE …) or correct its name</source>
        <translation>请创建数据库（CREATE DATABASE …）或更正其名称</translation>
    </message>
    <message>
        <source>grant the user that right on this table (GRANT SELECT, INSERT, UPDATE ON … TO user)</source>
        <translation>请授予该用户对此表的相应权限（GRANT SELECT, INSERT, UPDATE ON … TO user）</translation>
    </message>
    <message>
        <source>grant the user that right on this column</source>
        <translation>请授予该用户对此列的相应权限</translation>
    </message>
    <message>
        <source>create the table or correct its name</source>
        <translation>请创建该表或更正其名称</translation>
    </message>
    <message>
        <source>raise the user&apos;s max_user_connections, or use fewer connections</source>
        <translation>请调高该用户的 max_user_connections，或减少连接数</translation>
    </message>
    <message>
        <source>the server is read-only: connect to the one that takes writes</source>
        <translation>服务器是只读的：请连接可写入的服务器</translation>
    </message>
    <message>
        <source>this connection is read-only</source>
        <translation>此连接是只读的</translation>
    </message>
    <message>
        <source>check that the server runs, and its host and port</source>
        <translation>请检查服务器是否运行，以及主机和端口</translation>
    </message>
    <message>
        <source>check the server&apos;s name</source>
        <translation>请检查服务器名称</translation>
    </message>
    <message>
        <source>the server closed the connection; the next request opens another</source>
        <translation>服务器关闭了连接；下一次请求会重新打开</translation>
    </message>
    <message>
        <source>the server stopped answering; the next request opens another connection</source>
        <translation>服务器停止应答；下一次请求会重新打开连接</translation>
    </message>
    <message>
        <source>there is no account of user %1</source>
        <translation>没有用户 %1 的账户</translation>
    </message>
    <message>
        <source>insufficient balance: user %1 has %2, %3 is needed</source>
        <translation>余额不足：用户 %1 有 %2，需要 %3</translation>
    </message>
    <message>
        <source>topic not found: %1 has no subscriber</source>
        <translation>找不到主题：%1 没有订阅者</translation>
    </message>
    <message>
        <source>topic not found: %1</source>
        <translation>找不到主题：%1</translation>
    </message>
    <message>
        <source>topic is empty: give the topic&apos;s name</source>
        <translation>主题为空：请填写主题名称</translation>
    </message>
    <message>
        <source>topic has %1 bytes: at most %2 are allowed</source>
        <translation>主题有 %1 字节：最多允许 %2 字节</translation>
    </message>
    <message>
        <source>topic has %1 subscribers: no more are allowed</source>
        <translation>主题已有 %1 个订阅者：不能再增加</translation>
    </message>
    <message>
        <source>url is empty: give the subscriber&apos;s URL</source>
        <translation>URL 为空：请填写订阅者的 URL</translation>
    </message>
    <message>
        <source>url already subscribes to topic %1</source>
        <translation>该 URL 已订阅主题 %1</translation>
    </message>
    <message>
        <source>url does not subscribe to topic %1</source>
        <translation>该 URL 没有订阅主题 %1</translation>
    </message>
    <message>
        <source>remark must be UTF-8 text of at most 1024 bytes</source>
        <translation>备注必须是至多 1024 字节的 UTF-8 文本</translation>
    </message>
    <message>
        <source>url contains a space or a control character: percent-encode it</source>
        <translation>URL 含有空格或控制字符：请使用百分号编码</translation>
    </message>
    <message>
        <source>url is not an absolute URL that begins with http:// or https://</source>
        <translation>URL 不是以 http:// 或 https:// 开头的绝对地址</translation>
    </message>
    <message>
        <source>url contains user info (the part before &apos;@&apos;): leave it out</source>
        <translation>URL 含有用户信息（“@”之前的部分）：请去掉</translation>
    </message>
    <message>
        <source>url has a port that is not a number from 1 to 65535</source>
        <translation>URL 的端口不是 1 到 65535 的数字</translation>
    </message>
    <message>
        <source>url names no host</source>
        <translation>URL 没有主机名</translation>
    </message>
    <message>
        <source>url has no valid IPv6 address between the brackets</source>
        <translation>URL 方括号中不是有效的 IPv6 地址</translation>
    </message>
    <message>
        <source>url has a host with characters other than letters, digits, &apos;-&apos;, &apos;.&apos; and &apos;_&apos; (write other names in punycode)</source>
        <translation>URL 的主机名只能含字母、数字、“-”“.”和“_”（其他名称请用 punycode）</translation>
    </message>
    <message>
        <source>url points to a link-local, metadata, multicast or unspecified address, which is never called</source>
        <translation>URL 指向链路本地、元数据、组播或未指定地址，这类地址不允许调用</translation>
    </message>
    <message>
        <source>%1 %2 was changed by somebody else meanwhile: read it again</source>
        <translation>%1 %2 在此期间被他人修改：请重新读取</translation>
    </message>
    <message>
        <source>the folder %1 cannot be made</source>
        <translation>无法创建文件夹 %1</translation>
    </message>
    <message>
        <source>the console is read-only: nothing was changed</source>
        <translation>控制台为只读：未作任何更改</translation>
    </message>
    <message>
        <source>the engine is not running</source>
        <translation>引擎没有运行</translation>
    </message>
    <message>
        <source>the demo banks are not running: %1</source>
        <translation>演示银行没有运行：%1</translation>
    </message>
    <message>
        <source>another run is being sent: wait for its end or cancel it</source>
        <translation>另一批转账正在发送：请等待其结束或取消它</translation>
    </message>
    <message>
        <source>the message is %1: it may still be delivered, so it is not sent again</source>
        <translation>消息为 %1：仍可能被投递，因此不再重发</translation>
    </message>
    <message>
        <source>the message is not there any more</source>
        <translation>消息已不存在</translation>
    </message>
    <message>
        <source>the connection was removed</source>
        <translation>该连接已被移除</translation>
    </message>
    <message>
        <source>the engine is on its way to another store: wait for the end of that</source>
        <translation>引擎正在切换到另一个存储：请等待完成</translation>
    </message>
    <message>
        <source>the engine works with this store already</source>
        <translation>引擎已在使用此存储</translation>
    </message>
    <message>
        <source>the engine works with this store: switch it to another one first</source>
        <translation>引擎正在使用此存储：请先切换到另一个</translation>
    </message>
    <message>
        <source>one of the two belongs to another pair</source>
        <translation>两者之一已属于另一对银行</translation>
    </message>
    <message>
        <source>this computer&apos;s own connections stay</source>
        <translation>本机自带的连接不能移除</translation>
    </message>
    <message>
        <source>the password is asked for each time</source>
        <translation>密码每次都会询问</translation>
    </message>
    <message>
        <source>no password is kept</source>
        <translation>没有保存密码</translation>
    </message>
    <message>
        <source>no keychain service answers</source>
        <translation>没有密钥环服务应答</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <translation>连接被对方重置</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>没有到主机的路由</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>网络不可达</translation>
    </message>
    <message>
        <source>Host not found</source>
        <translation>找不到主机</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1（%2）：%3</translation>
    </message>
    <message>
        <source>this connection wants to be asked first: nothing was changed</source>
        <translation>此连接要求先询问：未作任何更改</translation>
    </message>
    <message>
        <source>naive transfers are for the demo banks of this computer</source>
        <translation>朴素转账只能用于本机的演示银行</translation>
    </message>
    <message>
        <source>stopped after the debit</source>
        <translation>扣款之后终止</translation>
    </message>
    <message>
        <source>debited, and the other bank gave no answer</source>
        <translation>已扣款，但对方银行没有应答</translation>
    </message>
    <message>
        <source>debited, and the other bank refused the credit</source>
        <translation>已扣款，但对方银行拒绝入账</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>the file is no case of Checkback</source>
        <translation>该文件不是 Checkback 的案例</translation>
    </message>
    <message>
        <source>the file is cut off: it ends in the middle, at byte %1</source>
        <translation>文件被截断：在第 %1 字节处中断</translation>
    </message>
    <message>
        <source>the file is damaged at byte %1: %2</source>
        <translation>文件在第 %1 字节处损坏：%2</translation>
    </message>
    <message>
        <source>a case has at most %1 MiB</source>
        <translation>案例最大为 %1 MiB</translation>
    </message>
    <message>
        <source>“%1” must be %2</source>
        <translation>“%1”必须是%2</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>base 64</source>
        <translation>base 64</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>从 %1 到 %2 的整数</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a list of at most %1</source>
        <translation>最多 %1 项的列表</translation>
    </message>
    <message>
        <source>the number of a step</source>
        <translation>某个步骤的序号</translation>
    </message>
    <message>
        <source>sender or receiver</source>
        <translation>sender 或 receiver</translation>
    </message>
    <message>
        <source>prepared, submitted, succeed or failed</source>
        <translation>prepared、submitted、succeed 或 failed</translation>
    </message>
    <message>
        <source>SUCCESS, FAILURE, ONGOING or unknown</source>
        <translation>SUCCESS、FAILURE、ONGOING 或 unknown</translation>
    </message>
    <message>
        <source>there when the message is finished, and only then</source>
        <translation>在消息已结束时存在，且仅在那时存在</translation>
    </message>
    <message>
        <source>the record tells neither of a prepare nor of a submit</source>
        <translation>记录中既没有准备也没有提交</translation>
    </message>
    <message>
        <source>bank A crashed on purpose and starts again in a moment</source>
        <translation>银行 A 按计划崩溃，稍后重新启动</translation>
    </message>
    <message>
        <source>the engine ended before it came to this: nothing was changed</source>
        <translation>引擎在轮到它之前就结束了：没有作任何更改</translation>
    </message>
    <message>
        <source>the engine ended before it answered: look at it to see whether it was carried out</source>
        <translation>引擎在应答之前就结束了：请查看对象，以确认是否已执行</translation>
    </message>
    <message>
        <source>bookings: %1, each applied once</source>
        <translation>%1 笔记账，每笔只执行一次</translation>
    </message>
    <message>
        <source>applied more than once</source>
        <translation>执行了不止一次</translation>
    </message>
    <message>
        <source>no booking of a gid that a checkback fenced off, none without a barrier row</source>
        <translation>没有一笔记账的 gid 被回查隔离，也没有一笔缺少屏障行</translation>
    </message>
    <message>
        <source>booked without a barrier row, or although fenced off</source>
        <translation>记账时没有屏障行，或已被隔离仍记账</translation>
    </message>
    <message>
        <source>accounts: %1, none below zero</source>
        <translation>%1 个账户，均不低于零</translation>
    </message>
    <message>
        <source>below zero</source>
        <translation>低于零</translation>
    </message>
    <message>
        <source>each credit has a committed debit of the same amount at the other bank</source>
        <translation>每笔入账在另一家银行都有已提交的等额扣款</translation>
    </message>
    <message>
        <source>credited without a debit of that amount</source>
        <translation>入账时没有等额的扣款</translation>
    </message>
    <message>
        <source>%1: %2 (%3 in all)</source>
        <translation>%1：%2（共 %3 个）</translation>
    </message>
    <message>
        <source>balances %1 and %2 in flight (transfers: %3) make %4; %5 is expected</source>
        <translation>余额 %1 加在途 %2（%3 笔转账）等于 %4；应为 %5</translation>
    </message>
    <message>
        <source>messages: %1, transfers in flight: %2</source>
        <translation>%1 条消息，%2 笔转账在途</translation>
    </message>
    <message>
        <source>%1: %2, debits: %3, credits: %4</source>
        <translation>%1：%2，扣款 %3 笔，入账 %4 笔</translation>
    </message>
    <message>
        <source>it is %1</source>
        <translation>现为 %1</translation>
    </message>
    <message>
        <source>the journal is long and is being read</source>
        <translation>流水很长，正在读取</translation>
    </message>
    <message>
        <source>no fault point of that name; known are %1</source>
        <translation>没有这个名称的故障点；已知的有 %1</translation>
    </message>
    <message>
        <source>%1 can only %2</source>
        <translation>%1 只支持 %2</translation>
    </message>
    <message>
        <source>gid is 1 to 128 visible characters, none of them &apos;;&apos;</source>
        <translation>gid 应为 1 到 128 个可见字符，不含“;”</translation>
    </message>
    <message>
        <source>%1.txt:%2: %3; the line is: %4</source>
        <translation>%1.txt 第 %2 行：%3；该行应为：%4</translation>
    </message>
    <message>
        <source>%1.txt:%2: %3</source>
        <translation>%1.txt 第 %2 行：%3</translation>
    </message>
    <message>
        <source>the file is longer than %1 bytes</source>
        <translation>文件超过 %1 字节</translation>
    </message>
    <message>
        <source>the line is not UTF-8</source>
        <translation>该行不是 UTF-8</translation>
    </message>
    <message>
        <source>the line ends where %1 should stand</source>
        <translation>该行到此结束，此处应为%1</translation>
    </message>
    <message>
        <source>%1 stands where &apos;%2&apos; should</source>
        <translation>此处应为 &apos;%2&apos;，却是 %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is too much on this line</source>
        <translation>该行多出了 &apos;%1&apos;</translation>
    </message>
    <message>
        <source>%1 is not a label: 1 to %2 letters, digits, &apos;-&apos; or &apos;_&apos;</source>
        <translation>%1 不是标签：应为 1 到 %2 个字母、数字、“-”或“_”</translation>
    </message>
    <message>
        <source>%1 is not an amount: 0.00 to 99999999.99</source>
        <translation>%1 不是金额：应为 0.00 到 99999999.99</translation>
    </message>
    <message>
        <source>%1 is not a time from %2ms to %3s, such as 500ms or 10s</source>
        <translation>%1 不是 %2ms 到 %3s 之间的时间，例如 500ms 或 10s</translation>
    </message>
    <message>
        <source>%1 is not %2: a whole number from %3 to %4</source>
        <translation>%1 不是%2：应为 %3 到 %4 的整数</translation>
    </message>
    <message>
        <source>%1 is not %2: it is one of %3</source>
        <translation>%1 不是%2：应为以下之一：%3</translation>
    </message>
    <message>
        <source>%1 names no fault; one looks like submit.answer=drop</source>
        <translation>%1 不是故障：写法例如 submit.answer=drop</translation>
    </message>
    <message>
        <source>the database has no fault points: it ends by crash and comes back by restart alone</source>
        <translation>数据库没有故障点：它只能用 crash 终止、用 restart 恢复</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: an interval is whole seconds</source>
        <translation>&apos;%1&apos;：间隔应为整秒</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an option: timeout_to_fail=, retry_interval=, request_timeout= or delay= with seconds such as 2s, or wait_result</source>
        <translation>&apos;%1&apos; 不是选项：应为 timeout_to_fail=、retry_interval=、request_timeout= 或 delay= 加秒数（例如 2s），或 wait_result</translation>
    </message>
    <message>
        <source>a transfer moves more than 0.00</source>
        <translation>转账金额应大于 0.00</translation>
    </message>
    <message>
        <source>a second &apos;%1&apos; before any step: a caption is one line a language</source>
        <translation>步骤之前出现了第二个 &apos;%1&apos;：每种语言的字幕只有一行</translation>
    </message>
    <message>
        <source>&apos;%1&apos; begins no line: at the top title, seed, account, fault, coordinators or database own, then en and zh for a caption, then %2</source>
        <translation>没有以 &apos;%1&apos; 开头的行：顶部是 title、seed、account、fault、coordinators 或 database own，接着是字幕的 en 和 zh，然后是 %2</translation>
    </message>
    <message>
        <source>%1 stands above the first caption</source>
        <translation>%1 应在第一条字幕之前</translation>
    </message>
    <message>
        <source>a second title in this language</source>
        <translation>该语言已有标题</translation>
    </message>
    <message>
        <source>the %1 has a user %2 already</source>
        <translation>%1 已有用户 %2</translation>
    </message>
    <message>
        <source>the story has one coordinator: &apos;coordinators 2&apos; at the top gives it another on the same store</source>
        <translation>场景只有一个协调器：在顶部写 &apos;coordinators 2&apos;，即可在同一存储上再加一个</translation>
    </message>
    <message>
        <source>the story has no database server of its own: &apos;database own&apos; at the top gives it one</source>
        <translation>场景没有自己的数据库服务器：在顶部写 &apos;database own&apos; 即可</translation>
    </message>
    <message>
        <source>a step needs a caption above it: a line with en and one with zh</source>
        <translation>步骤上方需要字幕：en 一行，zh 一行</translation>
    </message>
    <message>
        <source>the caption above lacks its line with &apos;%1&apos;</source>
        <translation>上方的字幕缺少 &apos;%1&apos; 行</translation>
    </message>
    <message>
        <source>there is a transfer &apos;%1&apos; already</source>
        <translation>已有转账 &apos;%1&apos;</translation>
    </message>
    <message>
        <source>no line above transfers &apos;%1&apos;</source>
        <translation>上方没有转账 &apos;%1&apos; 的行</translation>
    </message>
    <message>
        <source>the sender has no user %1: it needs a line with account above</source>
        <translation>发送方没有用户 %1：需要在上方写 account 行</translation>
    </message>
    <message>
        <source>the receiver has no user %1: it needs a line with account above</source>
        <translation>接收方没有用户 %1：需要在上方写 account 行</translation>
    </message>
    <message>
        <source>gid:%1 names no transfer of this file; it takes a label</source>
        <translation>gid:%1 不是此文件中的转账：应填标签</translation>
    </message>
    <message>
        <source>the file ends without its two titles: title en TEXT and title zh TEXT</source>
        <translation>文件到末尾仍缺两个标题：title en TEXT 和 title zh TEXT</translation>
    </message>
    <message>
        <source>the file ends without a transfer</source>
        <translation>文件到末尾仍没有转账</translation>
    </message>
    <message>
        <source>the file ends with a caption that no step follows</source>
        <translation>文件末尾的字幕之后没有步骤</translation>
    </message>
    <message>
        <source>the file ends without an expect: it would prove nothing</source>
        <translation>文件到末尾仍没有 expect：这样什么也证明不了</translation>
    </message>
    <message>
        <source>an amount such as 30.00</source>
        <translation>金额（例如 30.00）</translation>
    </message>
    <message>
        <source>a time such as 500ms, 10s or 2m</source>
        <translation>时间（例如 500ms、10s 或 2m）</translation>
    </message>
    <message>
        <source>a label such as m1</source>
        <translation>标签（例如 m1）</translation>
    </message>
    <message>
        <source>a fault such as submit.answer=drop</source>
        <translation>故障（例如 submit.answer=drop）</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>a bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>a call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>an answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>a state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>a verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>a user</source>
        <translation>用户编号</translation>
    </message>
    <message>
        <source>a count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>a seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>a number of coordinators</source>
        <translation>协调器数量</translation>
    </message>
    <message>
        <source>an HTTP status</source>
        <translation>HTTP 状态码</translation>
    </message>
    <message>
        <source>an option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>the caption</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>the title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 等</translation>
    </message>
    <message>
        <source>user %1 has %2, %3</source>
        <translation>用户 %1 有 %2，%3</translation>
    </message>
    <message>
        <source>user %1 has %2</source>
        <translation>用户 %1 有 %2</translation>
    </message>
    <message>
        <source>the coordinator does not answer</source>
        <translation>协调器没有应答</translation>
    </message>
    <message>
        <source>the books cannot be read: %1</source>
        <translation>账目无法读取：%1</translation>
    </message>
    <message>
        <source>there is no such account</source>
        <translation>没有这个账户</translation>
    </message>
    <message>
        <source>there are %1</source>
        <translation>共有 %1</translation>
    </message>
    <message>
        <source>nothing came yet</source>
        <translation>尚未收到</translation>
    </message>
    <message>
        <source>it was %1</source>
        <translation>结果是 %1</translation>
    </message>
    <message>
        <source>there was none: %1</source>
        <translation>没有：%1</translation>
    </message>
    <message>
        <source>there was no such call</source>
        <translation>没有这样的调用</translation>
    </message>
    <message>
        <source>the calls were answered %1</source>
        <translation>调用的应答是 %1</translation>
    </message>
    <message>
        <source>it still runs</source>
        <translation>它仍在运行</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>now</source>
        <extracomment>in a column of times until something is due</extracomment>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Prepared</source>
        <extracomment>state of a message: promised, not yet sent</extracomment>
        <translation>已准备</translation>
    </message>
    <message>
        <source>Submitted</source>
        <extracomment>state of a message: will be delivered</extracomment>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>重试中</translation>
    </message>
    <message>
        <source>Succeed</source>
        <extracomment>state of a message: delivered to all its branches</extracomment>
        <translation>已成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>已失败</translation>
    </message>
    <message>
        <source>Stalled</source>
        <extracomment>state of a message: retried so often that a person should look</extracomment>
        <translation>已停滞</translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>what an answer means: neither yes nor no</extracomment>
        <translation>未知</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>one sentence after the other</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>diagram::AttemptSteps</name>
    <message>
        <source>%1 · try %2</source>
        <extracomment>a call that is made again: its name and how often it was tried
----------
short for a call that is made again: branch id, number of the try</extracomment>
        <translation>%1 · 第 %2 次</translation>
    </message>
    <message>
        <source>%1 calls are left out</source>
        <translation>省略 %1 次调用</translation>
    </message>
    <message>
        <source>All of them are among the attempts.</source>
        <translation>全部调用见“尝试”页。</translation>
    </message>
    <message>
        <source>At the first try; no details are kept of it.</source>
        <translation>首次尝试即成功，不保留详情。</translation>
    </message>
    <message>
        <source>Call %1 of this message</source>
        <translation>该消息的第 %1 次调用</translation>
    </message>
    <message>
        <source>checkback · try %1</source>
        <translation>回查 · 第 %1 次</translation>
    </message>
    <message>
        <source>checkback</source>
        <translation>回查</translation>
    </message>
    <message>
        <source>no submit</source>
        <translation>未收到提交</translation>
    </message>
    <message>
        <source>until the first call</source>
        <translation>距首次调用</translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>尚未完成</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无动作</translation>
    </message>
    <message>
        <source>back-off</source>
        <translation>退避</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚无应答</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>The checkback found it committed.</source>
        <translation>回查发现本地事务已提交。</translation>
    </message>
</context>
<context>
    <name>diagram::AwaitedSteps</name>
    <message>
        <source>Tried so often that a person should look.</source>
        <translation>已多次尝试，请人工检查。</translation>
    </message>
    <message>
        <source>submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>The sender may still submit.</source>
        <translation>发送方仍可能提交。</translation>
    </message>
    <message>
        <source>if no submit comes</source>
        <translation>若未收到提交</translation>
    </message>
    <message>
        <source>asked again</source>
        <translation>再次询问</translation>
    </message>
    <message>
        <source>checkback</source>
        <translation>回查</translation>
    </message>
    <message>
        <source>The sender is asked whether it committed.</source>
        <translation>询问发送方是否已提交本地事务。</translation>
    </message>
    <message>
        <source>until the first call</source>
        <translation>距首次调用</translation>
    </message>
    <message>
        <source>back-off</source>
        <translation>退避</translation>
    </message>
    <message>
        <source>Called until it answers SUCCESS.</source>
        <translation>一直调用，直到应答 SUCCESS。</translation>
    </message>
    <message numerus="yes">
        <source>%n more branch(es)</source>
        <translation>
            <numerusform>另有 %n 个分支</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagram::BarrierSteps</name>
    <message>
        <source>commit</source>
        <extracomment>the sender&apos;s local transaction, with its barrier row</extracomment>
        <translation>本地提交</translation>
    </message>
    <message>
        <source>The sender&apos;s barrier row is there: its local transaction is committed.</source>
        <translation>发送方的屏障行存在：其本地事务已提交。</translation>
    </message>
    <message>
        <source>Not read from the sender&apos;s database; a submit implies it.</source>
        <translation>未从发送方数据库读取；收到提交即说明已提交。</translation>
    </message>
    <message>
        <source>row is there</source>
        <extracomment>a checkback finds the sender&apos;s barrier row; or writes one, so that a late commit must fail</extracomment>
        <translation>屏障行存在</translation>
    </message>
    <message>
        <source>fence</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>The barrier row proves that the local transaction is committed.</source>
        <translation>屏障行证明本地事务已提交。</translation>
    </message>
    <message>
        <source>The checkback writes the barrier row first: a late commit will fail.</source>
        <translation>回查先写入屏障行：迟到的本地提交将失败。</translation>
    </message>
    <message>
        <source>Delivered again; the barrier row keeps it from being applied twice.</source>
        <translation>重复投递；屏障行防止重复入账。</translation>
    </message>
    <message>
        <source>barrier row</source>
        <translation>屏障行</translation>
    </message>
    <message>
        <source>Applied at the receiver, once.</source>
        <translation>接收方已入账一次。</translation>
    </message>
</context>
<context>
    <name>diagram::MessageSequence</name>
    <message>
        <source>submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>until submit</source>
        <translation>距提交</translation>
    </message>
    <message>
        <source>The coordinator has stored it.</source>
        <translation>协调器已保存。</translation>
    </message>
    <message>
        <source>Answered once it was stored.</source>
        <translation>保存后即应答。</translation>
    </message>
    <message>
        <source>no submit</source>
        <translation>未收到提交</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无动作</translation>
    </message>
    <message>
        <source>Stopped by a person.</source>
        <translation>被人工停止。</translation>
    </message>
    <message>
        <source>Stopped by a person: %1</source>
        <translation>被人工停止：%1</translation>
    </message>
</context>
<context>
    <name>diagram::SequencePanel</name>
    <message>
        <source>Pictures (*.%1)</source>
        <extracomment>in a file dialog; %1: ending of the files</extracomment>
        <translation>图片 (*.%1)</translation>
    </message>
    <message>
        <source>Save the Diagram</source>
        <translation>保存时序图</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <extracomment>%1: a file; %2: why</extracomment>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>The diagram is on the clipboard as a picture.</source>
        <translation>时序图已作为图片复制到剪贴板。</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Scrolls to what is added at the end.</source>
        <translation>自动滚动到末尾新增的内容。</translation>
    </message>
    <message>
        <source>As Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>The same steps as a table.</source>
        <translation>以表格显示相同的步骤。</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>保存为 SVG…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>保存为 PNG…</translation>
    </message>
    <message>
        <source>Copy as Picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Sequence diagram</source>
        <translation>时序图</translation>
    </message>
    <message>
        <source>Steps from top to bottom; arrow keys go through them, Enter opens one. The same is there as a table.</source>
        <translation>步骤自上而下；方向键逐步移动，按 Enter 打开。也可以表格查看。</translation>
    </message>
    <message>
        <source>Steps of the sequence</source>
        <translation>时序步骤</translation>
    </message>
    <message>
        <source>solid: call · dashed: answer · dotted: awaited · bar on TM: state · slanted break: time left out</source>
        <extracomment>the key of the diagram, in one line</extracomment>
        <translation>实线：调用 · 虚线：应答 · 点线：等待中 · TM 上的条：状态 · 斜线断口：省略的时间</translation>
    </message>
</context>
<context>
    <name>diagram::SequenceWords</name>
    <message>
        <source>DB</source>
        <extracomment>a database whose name is not known</extracomment>
        <translation>数据库</translation>
    </message>
    <message>
        <source>AP</source>
        <extracomment>the application that sends: above its lifeline</extracomment>
        <translation>AP</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>发送方</translation>
    </message>
    <message>
        <source>sender DB</source>
        <translation>发送方库</translation>
    </message>
    <message>
        <source>TM</source>
        <extracomment>the transaction manager, that is the coordinator: above its lifeline</extracomment>
        <translation>TM</translation>
    </message>
    <message>
        <source>coordinator</source>
        <translation>协调器</translation>
    </message>
    <message>
        <source>RM</source>
        <extracomment>the resource manager, that is the receiver: above its lifeline</extracomment>
        <translation>RM</translation>
    </message>
    <message>
        <source>receiver</source>
        <translation>接收方</translation>
    </message>
    <message>
        <source>receiver DB</source>
        <translation>接收方库</translation>
    </message>
    <message>
        <source>The message is now: %1</source>
        <extracomment>%1: the word of a state</extracomment>
        <translation>消息状态变为：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: who crashed, or was struck by a fault; %2: a word on it</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 calls %2: %3</source>
        <extracomment>%1, %2: names of lifelines; %3: what is called</extracomment>
        <translation>%1 调用 %2：%3</translation>
    </message>
    <message>
        <source>%1 answers %2: %3</source>
        <translation>%1 应答 %2：%3</translation>
    </message>
    <message>
        <source>No answer from %1 to %2: %3</source>
        <translation>%1 未应答 %2：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) alike</source>
        <translation>
            <numerusform>%n 个相同事件</numerusform>
        </translation>
    </message>
    <message>
        <source>Awaited</source>
        <comment>a step that is still to come</comment>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>diagram::SequenceWriter</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>a pause in a sequence: how long, and why</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>in %1 · %2</source>
        <extracomment>a pause that is not over: when it will be, and why</extracomment>
        <translation>还有 %1 · %2</translation>
    </message>
</context>
<context>
    <name>diagram::StepsModel</name>
    <message>
        <source>state: %1</source>
        <extracomment>%1: the face that the message has from here on</extracomment>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>answer: %1</source>
        <extracomment>%1: what was answered</extracomment>
        <translation>应答：%1</translation>
    </message>
    <message>
        <source>awaited</source>
        <comment>a step that is still to come</comment>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>ui::About</name>
    <message>
        <source>About Checkback</source>
        <translation>关于 Checkback</translation>
    </message>
    <message>
        <source>Checkback %1</source>
        <translation>Checkback %1</translation>
    </message>
    <message>
        <source>Two-phase messages: local commit and message submission happen both or neither.</source>
        <translation>二阶段消息：本地提交与消息提交，要么都发生，要么都不发生。</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>协调器</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Console GPL-3.0-or-later, core Apache-2.0</source>
        <translation>控制台 GPL-3.0-or-later，核心 Apache-2.0</translation>
    </message>
    <message>
        <source>Built with</source>
        <translation>构建于</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::AccountPager</name>
    <message>
        <source>There is no user %1</source>
        <translation>没有用户 %1</translation>
    </message>
    <message>
        <source>users %1–%2 of %3 accounts</source>
        <extracomment>%1 and %2 are the first and the last user of a page of accounts, %3 is how many accounts there are</extracomment>
        <translation>用户 %1–%2，共 %3 个账户</translation>
    </message>
    <message>
        <source>Find user</source>
        <translation>查找用户</translation>
    </message>
    <message>
        <source>The number of a user; Enter goes there</source>
        <translation>输入用户编号，按 Enter 跳转</translation>
    </message>
    <message>
        <source>Accounts before</source>
        <translation>前面的账户</translation>
    </message>
    <message>
        <source>Accounts after</source>
        <translation>后面的账户</translation>
    </message>
</context>
<context>
    <name>ui::AccountPicker</name>
    <message>
        <source>User %1    %2</source>
        <comment>in a list: number, balance</comment>
        <translation>用户 %1    %2</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>用户 %1</translation>
    </message>
    <message>
        <source>User %1 of %2, balance %3</source>
        <translation>%2 的用户 %1，余额 %3</translation>
    </message>
</context>
<context>
    <name>ui::AccountsModel</name>
    <message>
        <source>All %1</source>
        <extracomment>all accounts of a bank together; %1 is how many they are</extracomment>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>User</source>
        <extracomment>the owner of an account, by number</extracomment>
        <translation>用户</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Trading</source>
        <extracomment>amount of an account that is reserved</extracomment>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Changed</source>
        <extracomment>how long ago a balance changed</extracomment>
        <translation>变动</translation>
    </message>
</context>
<context>
    <name>ui::AccountsPage</name>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Reading accounts…</source>
        <translation>正在读取账户…</translation>
    </message>
    <message>
        <source>No accounts</source>
        <translation>没有账户</translation>
    </message>
    <message>
        <source>The table user_account of this bank is empty.</source>
        <translation>该银行的 user_account 表为空。</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n 个账户</numerusform>
        </translation>
    </message>
    <message>
        <source>user %1 selected</source>
        <translation>已选用户 %1</translation>
    </message>
    <message>
        <source>Banks</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>New Transfer</source>
        <translation>新建转账</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>tinted: changed in the last 5 s</source>
        <translation>着色：最近 5 秒内有变动</translation>
    </message>
    <message>
        <source>Total over time</source>
        <translation>总额走势</translation>
    </message>
    <message>
        <source>Total of both banks over time</source>
        <translation>两家银行的总额走势</translation>
    </message>
    <message>
        <source>A password is needed</source>
        <translation>需要密码</translation>
    </message>
    <message>
        <source>It is not in the keychain of this computer, or may not be read there.</source>
        <translation>本机的密钥环里没有它，或不允许读取。</translation>
    </message>
    <message>
        <source>Enter Password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>Nothing was read so far; it is tried again by itself.</source>
        <translation>尚未读到任何内容；会自动重试。</translation>
    </message>
    <message>
        <source>What is shown was read at %1; it is tried again by itself.</source>
        <translation>所示内容读取于 %1；会自动重试。</translation>
    </message>
    <message>
        <source>No answer from %1 for %2.</source>
        <translation>%1 已有 %2没有应答。</translation>
    </message>
    <message>
        <source>Add Bank</source>
        <translation>添加银行</translation>
    </message>
</context>
<context>
    <name>ui::Actions</name>
    <message>
        <source>&amp;New Transfer</source>
        <translation>新建转账(&amp;N)</translation>
    </message>
    <message>
        <source>Send money from bank A to bank B</source>
        <translation>从银行 A 向银行 B 转账</translation>
    </message>
    <message>
        <source>Open &amp;Data Folder</source>
        <translation>打开数据文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>Show the store and the demo banks in the file manager</source>
        <translation>在文件管理器中显示存储和演示银行</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Let what is under way end, then close</source>
        <translation>等进行中的操作结束后关闭</translation>
    </message>
    <message>
        <source>F&amp;ilter the List</source>
        <translation>筛选列表(&amp;I)</translation>
    </message>
    <message>
        <source>Go to the filter of the messages</source>
        <translation>转到消息筛选框</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Read again what the page shows</source>
        <translation>重新读取当前页面</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>The page that was open before</source>
        <translation>之前打开的页面</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>前进(&amp;O)</translation>
    </message>
    <message>
        <source>The page that was left by Back</source>
        <translation>后退前所在的页面</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>As the desktop is set</source>
        <translation>与桌面设置一致</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>缩小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>正常(&amp;N)</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>Restore &amp;Default Layout</source>
        <translation>恢复默认布局(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Copy Coordinator URL</source>
        <translation>复制协调器地址(&amp;C)</translation>
    </message>
    <message>
        <source>The address that dtm clients are given</source>
        <translation>提供给 dtm 客户端的地址</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation>一页列出全部快捷键</translation>
    </message>
    <message>
        <source>&amp;About Checkback</source>
        <translation>关于 Checkback(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Alert Rules…</source>
        <translation>告警规则(&amp;A)…</translation>
    </message>
    <message>
        <source>From when on you are called, and how</source>
        <translation>何时、以何种方式通知您</translation>
    </message>
    <message>
        <source>&amp;Find a Message, Page or Action</source>
        <translation>查找消息、页面或操作(&amp;F)</translation>
    </message>
    <message>
        <source>Everything that can be done, by a few letters of its name; or messages by gid, URL or payload</source>
        <translation>输入名称中的几个字即可找到任何操作；或按 gid、URL 或载荷查找消息</translation>
    </message>
    <message>
        <source>Co&amp;mpact Rows</source>
        <translation>紧凑行(&amp;M)</translation>
    </message>
    <message>
        <source>Lower rows in all tables</source>
        <translation>降低所有表格的行高</translation>
    </message>
    <message>
        <source>L&amp;ocal Times</source>
        <translation>本地时间(&amp;O)</translation>
    </message>
    <message>
        <source>Times of this computer&apos;s zone, else UTC</source>
        <translation>按本机时区显示时间，否则为 UTC</translation>
    </message>
    <message>
        <source>Ne&amp;xt Pane</source>
        <translation>下一窗格(&amp;X)</translation>
    </message>
    <message>
        <source>Go to the next part of the window</source>
        <translation>转到窗口的下一部分</translation>
    </message>
    <message>
        <source>Pre&amp;vious Pane</source>
        <translation>上一窗格(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the part of the window before</source>
        <translation>转到窗口的上一部分</translation>
    </message>
    <message>
        <source>&amp;Operate</source>
        <translation>运维(&amp;O)</translation>
    </message>
    <message>
        <source>The layout for watching all day</source>
        <translation>用于整日观察的布局</translation>
    </message>
    <message>
        <source>&amp;Investigate</source>
        <translation>排查(&amp;I)</translation>
    </message>
    <message>
        <source>A layout of its own for one message after another</source>
        <translation>用于逐条查看消息的独立布局</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>演示(&amp;P)</translation>
    </message>
    <message>
        <source>Large type, no ids, no rail: to show it to others</source>
        <translation>大字、无 id、无侧栏：便于向他人展示</translation>
    </message>
    <message>
        <source>Window, columns and splitters as at the first start, in all perspectives</source>
        <translation>所有视角的窗口、列和分隔条恢复到首次启动时的样子</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>指南(&amp;G)</translation>
    </message>
    <message>
        <source>How it works, page by page</source>
        <translation>逐页说明工作原理</translation>
    </message>
    <message>
        <source>Try This in &amp;Order</source>
        <translation>按顺序试一试(&amp;O)</translation>
    </message>
    <message>
        <source>A tour in four steps</source>
        <translation>四步导览</translation>
    </message>
    <message>
        <source>&amp;Welcome Page…</source>
        <translation>欢迎页(&amp;W)…</translation>
    </message>
    <message>
        <source>Language, theme and banks, as at the first start</source>
        <translation>语言、主题和银行，与首次启动时相同</translation>
    </message>
    <message>
        <source>Fault Lab &amp;On</source>
        <translation>打开故障实验室(&amp;O)</translation>
    </message>
    <message>
        <source>Lets faults be armed in this window&apos;s engine and demo banks</source>
        <translation>允许在本窗口的引擎和演示银行中设置故障</translation>
    </message>
    <message>
        <source>&amp;Arm a Fault…</source>
        <translation>设置故障(&amp;A)…</translation>
    </message>
    <message>
        <source>Choose a point of the protocol in the fault lab</source>
        <translation>在故障实验室中选择协议的一个点</translation>
    </message>
    <message>
        <source>&amp;Clear All Faults</source>
        <translation>清除所有故障(&amp;C)</translation>
    </message>
    <message>
        <source>Nothing is armed any more; what is held goes on</source>
        <translation>不再设置任何故障；被暂停的继续进行</translation>
    </message>
    <message>
        <source>&amp;Open Case…</source>
        <translation>打开案例(&amp;O)…</translation>
    </message>
    <message>
        <source>Look at a message that was saved as a file, perhaps elsewhere; nothing is called</source>
        <translation>查看存为文件的消息，可以来自别的电脑；不会发出任何调用</translation>
    </message>
</context>
<context>
    <name>ui::Activity</name>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Replay checkback</source>
        <translation>重放回查</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Force stop</source>
        <translation>强制停止</translation>
    </message>
    <message>
        <source>Resend as new</source>
        <translation>作为新消息重发</translation>
    </message>
    <message>
        <source>Send transfers</source>
        <translation>发送转账</translation>
    </message>
    <message>
        <source>Cancel transfers</source>
        <translation>取消转账</translation>
    </message>
    <message>
        <source>Subscribe</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>退订</translation>
    </message>
    <message>
        <source>Delete topic</source>
        <translation>删除主题</translation>
    </message>
    <message>
        <source>Save connection</source>
        <translation>保存连接</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>移除连接</translation>
    </message>
    <message>
        <source>Create tables</source>
        <translation>创建表</translation>
    </message>
    <message>
        <source>Switch store</source>
        <translation>切换存储</translation>
    </message>
    <message>
        <source>Set engine limits</source>
        <translation>设置引擎限制</translation>
    </message>
    <message>
        <source>Engine started</source>
        <translation>引擎已启动</translation>
    </message>
    <message>
        <source>Engine drained</source>
        <translation>引擎已停止</translation>
    </message>
    <message>
        <source>Store lost</source>
        <translation>存储不可用</translation>
    </message>
    <message>
        <source>Store back</source>
        <translation>存储已恢复</translation>
    </message>
    <message>
        <source>Lease lost</source>
        <extracomment>another coordinator may take over what this one had in work</extracomment>
        <translation>租约已失效</translation>
    </message>
    <message>
        <source>Took over</source>
        <extracomment>messages that another coordinator left behind</extracomment>
        <translation>已接管</translation>
    </message>
    <message>
        <source>Requested</source>
        <extracomment>what came of an action: it was asked for, and no answer is known</extracomment>
        <translation>已请求</translation>
    </message>
    <message>
        <source>Accepted</source>
        <extracomment>what came of an action: it is stored</extracomment>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>what came of an action: nothing was changed</extracomment>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Event</source>
        <extracomment>not an action, but something that happened to the engine</extracomment>
        <translation>事件</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) of %1 each</source>
        <translation>
            <numerusform>%n 笔转账，每笔 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>longest wait %1 s, stalled after %2 failures</source>
        <translation>最长等待 %1 秒，失败 %2 次后停滞</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>%1: the gid of the message that was sent once more</extracomment>
        <translation>原消息 %1</translation>
    </message>
    <message>
        <source>Switch fault lab on</source>
        <translation>打开故障实验室</translation>
    </message>
    <message>
        <source>Switch fault lab off</source>
        <translation>关闭故障实验室</translation>
    </message>
    <message>
        <source>Arm fault</source>
        <translation>设置故障</translation>
    </message>
    <message>
        <source>Disarm fault</source>
        <translation>解除故障</translation>
    </message>
    <message>
        <source>Let go on</source>
        <extracomment>a call that was held at a breakpoint</extracomment>
        <translation>放行</translation>
    </message>
    <message>
        <source>Fault struck</source>
        <translation>故障触发</translation>
    </message>
    <message>
        <source>Crashed</source>
        <extracomment>the engine or a bank, on purpose</extracomment>
        <translation>已崩溃</translation>
    </message>
    <message>
        <source>Started again</source>
        <extracomment>the engine or a bank, after a crash</extracomment>
        <translation>已重新启动</translation>
    </message>
    <message>
        <source>Put naive losses right</source>
        <translation>补正朴素转账的损失</translation>
    </message>
    <message>
        <source>broken at step %1, after %2</source>
        <translation>第 %1 步不成立，用时 %2</translation>
    </message>
    <message>
        <source>stopped at step %1, after %2</source>
        <translation>在第 %1 步停止，用时 %2</translation>
    </message>
    <message>
        <source>its programs could not be started</source>
        <translation>它的程序无法启动</translation>
    </message>
    <message>
        <source>Play scenario</source>
        <translation>播放场景</translation>
    </message>
    <message>
        <source>Scenario ended</source>
        <translation>场景结束</translation>
    </message>
    <message>
        <source>No answer</source>
        <extracomment>what came of an action: engine or console ended before the answer, so nobody knows</extracomment>
        <translation>无应答</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>慢速</translation>
    </message>
    <message>
        <source>quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1: the pace of a scenario; %2: the faults that it provokes, by their names</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>holds, after %1</source>
        <translation>成立，用时 %1</translation>
    </message>
</context>
<context>
    <name>ui::ActivityModel</name>
    <message>
        <source>engine</source>
        <comment>who did it: nobody, it happened to the engine</comment>
        <translation>引擎</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>heading of a column: what was done</extracomment>
        <translation>内容</translation>
    </message>
    <message>
        <source>Object</source>
        <extracomment>heading of a column: what it was done to</extracomment>
        <translation>对象</translation>
    </message>
    <message>
        <source>Reason</source>
        <extracomment>heading of a column: the operator&apos;s reason, or why it was refused</extracomment>
        <translation>原因</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>heading of a column: how much of what</extracomment>
        <translation>详情</translation>
    </message>
    <message>
        <source>scenario</source>
        <comment>who did it: nobody, a scenario came to its end</comment>
        <translation>场景</translation>
    </message>
</context>
<context>
    <name>ui::ActivityPage</name>
    <message>
        <source>Write what is shown to a file</source>
        <translation>将显示的内容写入文件</translation>
    </message>
    <message>
        <source>Nothing is shown.</source>
        <translation>没有显示任何内容。</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>尚无任何操作</translation>
    </message>
    <message>
        <source>Each action on a message, a topic or a connection stands here, with who did it and why.</source>
        <translation>对消息、主题或连接的每个操作都记录在此，包括操作者和原因。</translation>
    </message>
    <message>
        <source>What happens now is not kept.</source>
        <translation>现在发生的内容不会被保存。</translation>
    </message>
    <message>
        <source>Export Activity</source>
        <translation>导出活动</translation>
    </message>
    <message>
        <source>Not exported: %1</source>
        <translation>未导出：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1</source>
        <translation>
            <numerusform>已将 %n 行写入 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Kinds of activity</source>
        <translation>活动类别</translation>
    </message>
    <message>
        <source>Filter by any word</source>
        <translation>按任意文字筛选</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>As &amp;CSV…</source>
        <translation>导出为 &amp;CSV…</translation>
    </message>
    <message>
        <source>As &amp;JSON…</source>
        <translation>导出为 &amp;JSON…</translation>
    </message>
    <message>
        <source>Copy Row</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>newest first · Enter opens the message</source>
        <translation>最新在前 · 按 Enter 打开消息</translation>
    </message>
    <message>
        <source>Kept in %1, at most 5 MiB; never a payload, a header or a password.</source>
        <translation>保存在 %1，最多 5 MiB；绝不包含载荷、请求头或密码。</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>正在读取记录…</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln activity(ies)</source>
        <translation>
            <numerusform>%1 / %Ln 条活动</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AlertGroup</name>
    <message>
        <source>A prepared message older than %1.</source>
        <translation>已准备超过 %1的消息。</translation>
    </message>
    <message>
        <source>Any stalled message.</source>
        <translation>任何已停滞的消息。</translation>
    </message>
    <message numerus="yes">
        <source>More than %n stalled message(s).</source>
        <translation>
            <numerusform>超过 %n 条已停滞的消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>Money missing, or a store that is away.</source>
        <translation>资金缺失，或存储不可用。</translation>
    </message>
    <message>
        <source>a desktop notification</source>
        <translation>桌面通知</translation>
    </message>
    <message>
        <source>the webhook at %1</source>
        <translation>%1 的 webhook</translation>
    </message>
    <message>
        <source>Told on the screen only.</source>
        <translation>仅在屏幕上告知。</translation>
    </message>
    <message>
        <source>Told by %1.</source>
        <translation>告知方式：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the ways of telling</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>A person is called for</source>
        <translation>以下情况需要人处理</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Change Rules…</source>
        <translation>更改规则…</translation>
    </message>
    <message>
        <source>Change the rules of alerts</source>
        <translation>更改告警规则</translation>
    </message>
</context>
<context>
    <name>ui::AlertList</name>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Alert Rules…</source>
        <translation>告警规则…</translation>
    </message>
</context>
<context>
    <name>ui::AlertRow</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>查看：%1</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Acknowledge: %1</source>
        <translation>确认：%1</translation>
    </message>
    <message>
        <source>It stays here until it is over</source>
        <translation>结束之前会一直显示在这里</translation>
    </message>
    <message>
        <source>%1 – %2, over</source>
        <comment>from when to when an alert held</comment>
        <translation>%1 – %2，已结束</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
</context>
<context>
    <name>ui::AlertRulesDialog</name>
    <message>
        <source>Show a notification on the desktop</source>
        <translation>在桌面上显示通知</translation>
    </message>
    <message>
        <source>Alert Rules</source>
        <translation>告警规则</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A message is prepared for longer than</source>
        <translation>消息处于“已准备”超过</translation>
    </message>
    <message>
        <source>More messages are stalled than</source>
        <translation>停滞的消息多于</translation>
    </message>
    <message>
        <source>Money is missing, or the store is away</source>
        <translation>资金缺失，或存储不可用</translation>
    </message>
    <message>
        <source>always</source>
        <translation>总是告警</translation>
    </message>
    <message>
        <source>Post each alert as JSON to</source>
        <translation>以 JSON 发送每条告警到</translation>
    </message>
    <message>
        <source>Empty: nothing is posted. Each alert is tried four times.</source>
        <translation>留空则不发送。每条告警最多尝试四次。</translation>
    </message>
    <message>
        <source>A whole http or https address without user name, such as https://hooks.example/alerts.</source>
        <translation>请输入完整的 http 或 https 地址，不含用户名，例如 https://hooks.example/alerts。</translation>
    </message>
</context>
<context>
    <name>ui::AlertWords</name>
    <message>
        <source>A message has been prepared for too long</source>
        <translation>有消息处于“已准备”的时间过长</translation>
    </message>
    <message>
        <source>It is neither submitted nor taken back after %1; the limit is %2.</source>
        <translation>%1后仍未提交也未撤回；上限为 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) stalled</source>
        <translation>
            <numerusform>%Ln 条消息已停滞</numerusform>
        </translation>
    </message>
    <message>
        <source>They failed too often in a row and are still tried again. See what they answer.</source>
        <translation>它们连续失败次数过多，仍在重试。请查看对方的应答。</translation>
    </message>
    <message>
        <source>Money is missing: %1</source>
        <translation>资金缺失：%1</translation>
    </message>
    <message>
        <source>There is too much money: %1</source>
        <translation>资金多出：%1</translation>
    </message>
    <message>
        <source>Balances and what is in flight are not the total that they were.</source>
        <translation>余额与在途之和不等于原来的总额。</translation>
    </message>
    <message>
        <source>The store is away</source>
        <translation>存储不可用</translation>
    </message>
</context>
<context>
    <name>ui::AttemptsModel</name>
    <message>
        <source>First try; no details are kept of it</source>
        <translation>首次尝试，未保留详情</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is wrong with an answer, the answer</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
</context>
<context>
    <name>ui::AttemptsPane</name>
    <message>
        <source>Call %1: the answer has no body</source>
        <translation>第 %1 次调用：应答没有内容</translation>
    </message>
    <message numerus="yes">
        <source>Call %1, answered with %n byte(s) that were kept</source>
        <extracomment>%n: bytes that were kept of an answer</extracomment>
        <translation>
            <numerusform>第 %1 次调用，保留了应答的 %n 个字节</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls of the message</source>
        <translation>消息的调用</translation>
    </message>
</context>
<context>
    <name>ui::BalancesThen</name>
    <message>
        <source>User %1</source>
        <translation>用户 %1</translation>
    </message>
    <message>
        <source>%1, changed by %2</source>
        <translation>%1，变化 %2</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总额</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
</context>
<context>
    <name>ui::BarrierCard</name>
    <message>
        <source>Barrier rows of user %1</source>
        <translation>用户 %1 的屏障行</translation>
    </message>
    <message>
        <source>Barrier rows of all users</source>
        <translation>所有用户的屏障行</translation>
    </message>
    <message>
        <source>%1 newest</source>
        <translation>最新 %1 行</translation>
    </message>
    <message>
        <source>Show SQL</source>
        <translation>显示 SQL</translation>
    </message>
    <message>
        <source>The statements that this page was read with, to be run elsewhere.</source>
        <translation>读取这一页所用的语句，可以拿到别处执行。</translation>
    </message>
    <message>
        <source>Open Message</source>
        <translation>打开消息</translation>
    </message>
    <message>
        <source>Barrier rows</source>
        <translation>屏障行</translation>
    </message>
    <message>
        <source>Reading barrier rows…</source>
        <translation>正在读取屏障行…</translation>
    </message>
    <message>
        <source>No barrier rows</source>
        <translation>没有屏障行</translation>
    </message>
    <message>
        <source>Each debit and each credit leaves one here.</source>
        <translation>每次扣款和每次入账都会在此留下一行。</translation>
    </message>
</context>
<context>
    <name>ui::BarrierModel</name>
    <message>
        <source>Debit committed</source>
        <translation>扣款已提交</translation>
    </message>
    <message>
        <source>Debited; not submitted yet</source>
        <translation>已扣款，尚未提交</translation>
    </message>
    <message>
        <source>Debited; credit on its way</source>
        <translation>已扣款，入账途中</translation>
    </message>
    <message>
        <source>Debited; the credit is tried again</source>
        <translation>已扣款，正在重试入账</translation>
    </message>
    <message>
        <source>Debited; the credit needs a person</source>
        <translation>已扣款，入账需要人工处理</translation>
    </message>
    <message>
        <source>Debited, although it failed</source>
        <translation>已扣款，消息却已失败</translation>
    </message>
    <message>
        <source>Fenced: no debit can follow</source>
        <translation>已隔离：不会再有扣款</translation>
    </message>
    <message>
        <source>Credit applied once</source>
        <translation>入账一次</translation>
    </message>
    <message>
        <source>Written for %1</source>
        <translation>为 %1 写入</translation>
    </message>
    <message>
        <source>The engine&apos;s store does not hold this message: another engine has it, or it was cleared away.</source>
        <translation>引擎的存储里没有这条消息：它属于另一个引擎，或者已被清理。</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Op</source>
        <extracomment>short for operation: which part of a message a barrier row is for</extracomment>
        <translation>操作</translation>
    </message>
    <message>
        <source>Barrier</source>
        <extracomment>the number of a barrier within its branch</extracomment>
        <translation>屏障</translation>
    </message>
    <message>
        <source>Reason</source>
        <extracomment>who wrote a barrier row: the operation itself, or a rollback</extracomment>
        <translation>原因</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>how the message of a barrier row stands</extracomment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Means</source>
        <extracomment>what a barrier row proves</extracomment>
        <translation>含义</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写入时间</translation>
    </message>
</context>
<context>
    <name>ui::BulkDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Messages and outcomes</source>
        <translation>消息及结果</translation>
    </message>
    <message>
        <source>Reason, kept with each message</source>
        <translation>原因，随每条消息保存</translation>
    </message>
    <message>
        <source>Type “%1” to go on</source>
        <translation>输入“%1”以继续</translation>
    </message>
    <message>
        <source>The messages are still being collected.</source>
        <translation>仍在收集消息。</translation>
    </message>
    <message>
        <source>None of these messages allows it.</source>
        <translation>这些消息都不允许此操作。</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>需要填写原因。</translation>
    </message>
    <message>
        <source>The reason is too long.</source>
        <translation>原因过长。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: what is done, %2: to how many messages</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) get it</source>
        <translation>
            <numerusform>将用于 %n 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: the table says why</source>
        <translation>
            <numerusform>略过 %n 条：原因见表</numerusform>
        </translation>
    </message>
    <message>
        <source>some may be missing: %1</source>
        <translation>可能有遗漏：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n message(s)?</source>
        <extracomment>%1: what is done</extracomment>
        <translation>
            <numerusform>%1：%n 条消息？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: collecting messages, %n so far…</source>
        <translation>
            <numerusform>%1：正在收集消息，目前 %n 条…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n message(s)</source>
        <translation>
            <numerusform>%1：%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 answered · %3 accepted, of which %4 observed · %5 refused · %6 not sent</source>
        <translation>已应答 %1 / %2 · 已受理 %3，其中已确认 %4 · 已拒绝 %5 · 未发送 %6</translation>
    </message>
    <message>
        <source>Retry the Failed Ones (%1)</source>
        <translation>重试失败的（%1）</translation>
    </message>
    <message>
        <source>Stop Sending</source>
        <translation>停止发送</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::BulkModel</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>requested</source>
        <translation>已请求</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>the state of a message before something was done to it</extracomment>
        <translation>之前</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Why, or what came of it</source>
        <translation>原因或后果</translation>
    </message>
</context>
<context>
    <name>ui::CaseDesk</name>
    <message>
        <source>Save Case</source>
        <translation>保存案例</translation>
    </message>
    <message>
        <source>Cases (*.%1)</source>
        <translation>案例 (*.%1)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>The case is in %1</source>
        <translation>案例已存入 %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Open Case</source>
        <translation>打开案例</translation>
    </message>
    <message>
        <source>Cases (*.checkback *.json)</source>
        <translation>案例 (*.checkback *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>ui::CaseMoments</name>
    <message>
        <source>Message %1</source>
        <translation>消息 %1</translation>
    </message>
    <message>
        <source>Balances as they were read at the end, counted back by this message&apos;s own bookings.</source>
        <translation>余额在最后读取，更早的值按这条消息自己的记账倒推。</translation>
    </message>
    <message>
        <source>No account of this message could be read.</source>
        <translation>这条消息涉及的账户都无法读取。</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <extracomment>who did it; what; what came of it (&quot;accepted&quot;)</extracomment>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>The banks are read: this is what they keep of the message.</source>
        <translation>已读取银行：这就是它们留存的关于这条消息的内容。</translation>
    </message>
</context>
<context>
    <name>ui::CaseWindow</name>
    <message>
        <source> Payloads and answers were left out.</source>
        <translation>载荷和应答未写入。</translation>
    </message>
    <message>
        <source>Saved %1 by %2. It is a record: nothing is called and nothing changed.</source>
        <translation>由 %2 于 %1 保存。这是一份记录：不会发出调用，也不会改变任何东西。</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>案例 %1</translation>
    </message>
    <message>
        <source>What Happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>重演</translation>
    </message>
</context>
<context>
    <name>ui::CaseWords</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>none was kept</source>
        <translation>没有留存</translation>
    </message>
    <message>
        <source>The file is too large: a case has at most %1 MiB.</source>
        <translation>文件太大：案例最大为 %1 MiB。</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>无法读取文件：%1。</translation>
    </message>
    <message>
        <source>The file was made by a newer Checkback than this one. (%1)</source>
        <translation>该文件由比当前更新的 Checkback 制作。（%1）</translation>
    </message>
    <message>
        <source>This is no case of Checkback.</source>
        <translation>这不是 Checkback 的案例。</translation>
    </message>
    <message>
        <source>This file holds no case that can be read: %1.</source>
        <translation>此文件中没有可读取的案例：%1。</translation>
    </message>
    <message>
        <source>The case is damaged at the field “%1”: %2.</source>
        <extracomment>%1: a field of a file</extracomment>
        <translation>案例在字段“%1”处损坏：%2。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Branches done</source>
        <translation>已完成的分支</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用次数</translation>
    </message>
    <message>
        <source>Answers kept</source>
        <translation>留存的应答</translation>
    </message>
    <message>
        <source> The record ends while the message is under way.</source>
        <translation>记录结束时消息仍在途中。</translation>
    </message>
    <message>
        <source>It went the same way.</source>
        <translation>经过相同。</translation>
    </message>
    <message numerus="yes">
        <source>It went another way in %n point(s).</source>
        <translation>
            <numerusform>有 %n 处不同。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ChartCard</name>
    <message>
        <source>%1, as a table</source>
        <comment>name of a chart</comment>
        <translation>%1（表格）</translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation>以图表显示</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
</context>
<context>
    <name>ui::ChartTableModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>ui::CheatSheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>In lists and forms</source>
        <translation>列表与表单</translation>
    </message>
    <message>
        <source>Next row, previous row</source>
        <translation>下一行、上一行</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>打开该行</translation>
    </message>
    <message>
        <source>Back to the list; empty the search</source>
        <translation>返回列表；清空搜索</translation>
    </message>
    <message>
        <source>Send the transfers of the form</source>
        <translation>发送表单中的转账</translation>
    </message>
    <message>
        <source>First row, last row</source>
        <translation>第一行、最后一行</translation>
    </message>
    <message>
        <source>Copy the row, or the cell</source>
        <translation>复制行或单元格</translation>
    </message>
    <message>
        <source>Pause and go on, in live lists and charts</source>
        <translation>暂停和继续（实时列表和图表）</translation>
    </message>
    <message>
        <source>Walk through tabs, segments and charts</source>
        <translation>在标签页、分段和图表中移动</translation>
    </message>
    <message>
        <source>Menu of what is chosen</source>
        <translation>所选内容的菜单</translation>
    </message>
    <message>
        <source>Order and width of the columns of a table</source>
        <translation>表格各列的顺序和宽度</translation>
    </message>
    <message>
        <source>Move the border between two parts, once Tab is on it</source>
        <translation>用 Tab 选中两部分之间的分隔条后移动它</translation>
    </message>
</context>
<context>
    <name>ui::ColumnMenu</name>
    <message>
        <source>One column stays.</source>
        <translation>至少保留一列。</translation>
    </message>
    <message>
        <source>Restore Columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Arrange Columns…</source>
        <translation>排列各列…</translation>
    </message>
</context>
<context>
    <name>ui::CommandModel</name>
    <message>
        <source>Not possible here.</source>
        <translation>此处不可用。</translation>
    </message>
    <message>
        <source>Find messages with “%1”</source>
        <translation>查找含有“%1”的消息</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Actions and pages</source>
        <translation>操作和页面</translation>
    </message>
</context>
<context>
    <name>ui::CompareDialog</name>
    <message>
        <source>message %1</source>
        <comment>a file&apos;s name</comment>
        <translation>消息 %1</translation>
    </message>
    <message numerus="yes">
        <source>Both went the same way: %n event(s), none of them different.</source>
        <translation>
            <numerusform>两条消息经过相同：%n 个事件，没有差异。</numerusform>
        </translation>
    </message>
    <message>
        <source>They differ from their first event on.</source>
        <translation>从第一个事件起就不同。</translation>
    </message>
    <message numerus="yes">
        <source>The first %n event(s) are alike; then they differ.</source>
        <translation>
            <numerusform>前 %n 个事件相同，之后不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare Two Messages</source>
        <translation>比较两条消息</translation>
    </message>
    <message>
        <source>Show what is alike</source>
        <translation>显示相同部分</translation>
    </message>
</context>
<context>
    <name>ui::ComparisonCard</name>
    <message>
        <source>%1 too much</source>
        <translation>多出 %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>丢失 %1</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <comment>transfers</comment>
        <translation>已发送 %1 笔</translation>
    </message>
    <message numerus="yes">
        <source>%n on their way</source>
        <translation>
            <numerusform>%n 笔在途</numerusform>
        </translation>
    </message>
    <message>
        <source>Send the same the other way to compare.</source>
        <translation>把同样的转账换一种方式发送，即可对比。</translation>
    </message>
    <message>
        <source>The money of the two-phase messages that are on their way is in flight: the coordinator has their promise on record and sees to them.</source>
        <translation>尚未完成的二阶段消息，其金额在途：协调器已把承诺记录在案，会负责到底。</translation>
    </message>
    <message>
        <source>Nothing was lost either way: choose a fault and send both again.</source>
        <translation>两种方式都没有丢失：请选择一个故障，再各发送一次。</translation>
    </message>
    <message>
        <source>Into the same failure: naively %1, by two-phase messages nothing.</source>
        <translation>同样的故障：朴素方式%1，二阶段消息分文不少。</translation>
    </message>
    <message>
        <source>Into the same failure: naively %1, by two-phase messages %2.</source>
        <translation>同样的故障：朴素方式%1，二阶段消息%2。</translation>
    </message>
    <message>
        <source>Two-phase messages</source>
        <translation>二阶段消息</translation>
    </message>
    <message>
        <source>Naive transfers</source>
        <translation>朴素转账</translation>
    </message>
    <message>
        <source>Send the Other Way</source>
        <translation>换一种方式发送</translation>
    </message>
    <message>
        <source>The same transfers into the same failure, sent the other way</source>
        <translation>同样的转账、同样的故障，换一种方式发送</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionChip</name>
    <message>
        <source>Embedded · SQLite</source>
        <translation>内嵌 · SQLite</translation>
    </message>
    <message>
        <source>Connection: %1, %2, %3, %4</source>
        <translation>连接：%1，%2，%3，%4</translation>
    </message>
    <message>
        <source>Embedded · MySQL</source>
        <translation>内嵌 · MySQL</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionForm</name>
    <message>
        <source>A name such as table or database.table.</source>
        <translation>形如 表名 或 数据库.表名 的名称。</translation>
    </message>
    <message>
        <source>Certificate of the authority</source>
        <translation>签发机构的证书</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Give it a name of 1 to 60 characters.</source>
        <translation>请取一个 1 到 60 个字符的名称。</translation>
    </message>
    <message>
        <source>The name or address of a server.</source>
        <translation>服务器的名称或地址。</translation>
    </message>
    <message>
        <source>A number from 1 to 65535.</source>
        <translation>1 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>The name of a database.</source>
        <translation>数据库的名称。</translation>
    </message>
    <message>
        <source>The user to log in as.</source>
        <translation>登录所用的用户。</translation>
    </message>
    <message>
        <source>The path of a file.</source>
        <translation>文件的路径。</translation>
    </message>
    <message>
        <source>The path of a PEM file, without a semicolon.</source>
        <translation>一个 PEM 文件的路径，不能含分号。</translation>
    </message>
    <message>
        <source>empty: the authorities of this computer</source>
        <translation>留空：使用本机信任的机构</translation>
    </message>
    <message>
        <source>None: it is looked at alone</source>
        <translation>无：单独查看</translation>
    </message>
    <message>
        <source>MySQL or MariaDB</source>
        <translation>MySQL 或 MariaDB</translation>
    </message>
    <message>
        <source>SQLite file</source>
        <translation>SQLite 文件</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>加密传输</translation>
    </message>
    <message>
        <source>Encrypted, certificate checked</source>
        <translation>加密传输并校验证书</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Accounts table</source>
        <translation>账户表</translation>
    </message>
    <message>
        <source>dtm&apos;s own tables are dtm_busi.user_account and dtm_barrier.barrier.</source>
        <translation>dtm 自己的表是 dtm_busi.user_account 和 dtm_barrier.barrier。</translation>
    </message>
    <message>
        <source>Barrier table</source>
        <translation>屏障表</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Keep it in the system&apos;s keychain</source>
        <translation>保存在系统密钥环中</translation>
    </message>
    <message>
        <source>Off: it is asked for at each start. It never stands in a file of Checkback&apos;s.</source>
        <translation>关闭：每次启动时询问。密码绝不会写入 Checkback 的文件。</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Encrypted: or no connection at all; who answers is not asked. Checked: only a server whose certificate comes from the named authority.</source>
        <translation>加密：不能加密就不连接，但不核实应答者是谁。校验：只接受由指定机构签发证书的服务器。</translation>
    </message>
    <message>
        <source>Choose a File…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Safety level</source>
        <translation>安全级别</translation>
    </message>
    <message>
        <source>Transfers go to</source>
        <translation>转账去往</translation>
    </message>
    <message>
        <source>Two banks that pay each other only are summed: balances, in flight, total.</source>
        <translation>只互相付款的两家银行会合计：余额、在途、总额。</translation>
    </message>
    <message>
        <source>1 to 64 characters, without quotes and backslashes.</source>
        <translation>1 到 64 个字符，不含引号和反斜杠。</translation>
    </message>
    <message>
        <source>Payload field: amount</source>
        <translation>载荷字段：金额</translation>
    </message>
    <message>
        <source>Payload field: from</source>
        <translation>载荷字段：付款方</translation>
    </message>
    <message>
        <source>Payload field: to</source>
        <translation>载荷字段：收款方</translation>
    </message>
    <message>
        <source>What a message of this pair calls it, in the outermost object of its payload.</source>
        <translation>这一对银行的消息在载荷最外层对象中为它使用的字段名。</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionWords</name>
    <message>
        <source>LOCAL</source>
        <comment>level of care of a connection</comment>
        <translation>本地</translation>
    </message>
    <message>
        <source>TEST</source>
        <comment>level of care of a connection</comment>
        <translation>测试</translation>
    </message>
    <message>
        <source>PROD</source>
        <comment>level of care of a connection: production</comment>
        <translation>生产</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>nothing is locked</comment>
        <translation>可操作</translation>
    </message>
    <message>
        <source>Confirm</source>
        <comment>safety level of a connection</comment>
        <translation>需确认</translation>
    </message>
    <message>
        <source>Type the name</source>
        <comment>safety level of a connection</comment>
        <translation>需输入名称</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Changes are made without a question, except those that cannot be taken back.</source>
        <translation>更改不再询问，无法撤销的除外。</translation>
    </message>
    <message>
        <source>Every change asks first.</source>
        <translation>每次更改都先询问。</translation>
    </message>
    <message>
        <source>Every change asks for the name of the connection to be typed.</source>
        <translation>每次更改都要求输入连接的名称。</translation>
    </message>
    <message>
        <source>Nothing can be changed: the connection itself is opened for reading only.</source>
        <translation>不能更改任何内容：连接本身以只读方式打开。</translation>
    </message>
    <message>
        <source>Engine · SQLite</source>
        <translation>引擎 · SQLite</translation>
    </message>
    <message>
        <source>Engine · MySQL · %1</source>
        <translation>引擎 · MySQL · %1</translation>
    </message>
    <message>
        <source>The user %1 logs in at %2.</source>
        <translation>用户 %1 登录到 %2。</translation>
    </message>
    <message>
        <source>It goes into the keychain of this computer, and into no file of Checkback&apos;s.</source>
        <translation>密码会存入本机的密钥环，不会写入 Checkback 的任何文件。</translation>
    </message>
    <message>
        <source>It is known until Checkback ends, and kept nowhere.</source>
        <translation>在 Checkback 结束之前有效，不会保存在任何地方。</translation>
    </message>
</context>
<context>
    <name>ui::Connections</name>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Bank A</source>
        <translation>银行 A</translation>
    </message>
    <message>
        <source>Bank B</source>
        <translation>银行 B</translation>
    </message>
    <message>
        <source>From the command line</source>
        <translation>来自命令行</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionsModel</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1，%2，%3，%4</translation>
    </message>
    <message>
        <source>%1 · in use</source>
        <extracomment>after what an engine&apos;s store is: the engine works with this one now</extracomment>
        <translation>%1 · 使用中</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionsPage</name>
    <message>
        <source>No keychain took the password (%1): it is asked for at the next start.</source>
        <translation>没有密钥环收下密码（%1）：下次启动时会询问。</translation>
    </message>
    <message>
        <source>New bank</source>
        <translation>新银行</translation>
    </message>
    <message>
        <source>This computer&apos;s own connections stay.</source>
        <translation>本机自带的连接不能移除。</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>Remove the connection “%1”?</source>
        <translation>移除连接“%1”？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Checkback was started read-only.</source>
        <translation>Checkback 以只读方式启动。</translation>
    </message>
    <message>
        <source>The safety level is Read-only: nothing can be created there.</source>
        <translation>安全级别为只读：不能在那里创建任何内容。</translation>
    </message>
    <message>
        <source>Create the example tables at “%1”?</source>
        <translation>在“%1”创建示例表？</translation>
    </message>
    <message>
        <source>These statements run in %1. Tables that are there stay as they are.</source>
        <translation>这些语句将在 %1 中执行。已有的表保持原样。</translation>
    </message>
    <message>
        <source>Create Tables</source>
        <translation>创建表</translation>
    </message>
    <message>
        <source>The tables were not created: %1</source>
        <translation>表未创建：%1</translation>
    </message>
    <message>
        <source>The example tables are there.</source>
        <translation>示例表已就绪。</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n 个连接</numerusform>
        </translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Add Bank</source>
        <translation>添加银行</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>New engine store</source>
        <translation>新的引擎存储</translation>
    </message>
    <message>
        <source>Looking at the Store…</source>
        <translation>正在查看存储…</translation>
    </message>
    <message>
        <source>Use This Store…</source>
        <translation>使用此存储…</translation>
    </message>
    <message>
        <source>Save it first.</source>
        <translation>请先保存。</translation>
    </message>
    <message>
        <source>The engine works with this store.</source>
        <translation>引擎正在使用此存储。</translation>
    </message>
    <message>
        <source>The engine is on its way to a store.</source>
        <translation>引擎正在切换存储。</translation>
    </message>
    <message>
        <source>The database stays as it is; its password leaves the keychain.</source>
        <translation>数据库保持原样；其密码将从密钥环中删除。</translation>
    </message>
    <message>
        <source>Not removed: %1</source>
        <translation>未移除：%1</translation>
    </message>
    <message>
        <source>Add Store</source>
        <translation>添加存储</translation>
    </message>
</context>
<context>
    <name>ui::Consequence</name>
    <message>
        <source>What comes by waits here until you say how it goes on: as it would have, with another answer, not at all, or twice. After 60 s it goes on by itself. Other messages are not held up.</source>
        <translation>经过此处的内容会等待，直到您决定如何继续：照常、以另一个应答、取消，或进行两次。60 秒后自动继续。其他消息不受影响。</translation>
    </message>
    <message>
        <source>It tries again after 10 s, 20 s and so on, until the fault is cleared.</source>
        <translation>它会在 10 秒、20 秒……后重试，直到故障被清除。</translation>
    </message>
    <message>
        <source>It tries again at growing intervals until the fault is over, then succeeds. User 2 is credited once.</source>
        <translation>它会以越来越长的间隔重试，直到故障结束，然后成功。用户 2 只入账一次。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>The coordinator never hears of the message. Nothing is debited, and the caller is told so.</source>
        <translation>协调器从未得知该消息。不会扣款，调用方会得到告知。</translation>
    </message>
    <message>
        <source>The coordinator answers 503 and keeps nothing. Nothing is debited, and the caller is told so.</source>
        <translation>协调器应答 503，什么也不保存。不会扣款，调用方会得到告知。</translation>
    </message>
    <message>
        <source>Bank A rolls back, its own checkback says so, and the sender aborts the message. Nothing moves.</source>
        <translation>银行 A 回滚，其自身的回查确认如此，发送方中止消息。资金不动。</translation>
    </message>
    <message>
        <source>The debit is committed and nobody submits. After 35 s the coordinator asks back, finds the barrier row and delivers. User 2 is credited once.</source>
        <translation>扣款已提交，但无人提交消息。35 秒后协调器回查，找到屏障行并投递。用户 2 只入账一次。</translation>
    </message>
    <message>
        <source>The coordinator answers the submit with 503. After 35 s it asks back, finds the barrier row and delivers. User 2 is credited once.</source>
        <translation>协调器对 submit 应答 503。35 秒后它回查，找到屏障行并投递。用户 2 只入账一次。</translation>
    </message>
    <message>
        <source>The question does not leave; the message stays prepared and the coordinator asks again after 10 s. Strikes only when no submit came.</source>
        <translation>询问没有发出；消息保持已准备状态，协调器 10 秒后再问。仅在 submit 未到时触发。</translation>
    </message>
    <message>
        <source>Bank B rolls back and answers 503, which the coordinator reads as unknown.</source>
        <translation>银行 B 回滚并应答 503，协调器将其读作未知。</translation>
    </message>
    <message>
        <source>The call does not reach bank B.</source>
        <translation>调用没有到达银行 B。</translation>
    </message>
    <message>
        <source>The sender hears what it would have heard anyway.</source>
        <translation>发送方听到的与原本相同。</translation>
    </message>
    <message>
        <source>The coordinator has done it; the sender hears %1 and cannot know. The checkback settles it after 35 s, if nothing else does.</source>
        <translation>协调器已完成；发送方听到 %1，无法得知结果。若无其他办法，35 秒后由回查确定。</translation>
    </message>
    <message>
        <source>The coordinator believes that the debit is committed, whether it is or not. Where it is not, money comes from nowhere: this breaks the promise on purpose.</source>
        <translation>无论扣款是否提交，协调器都相信已提交。若未提交，资金会凭空产生：这是故意违背承诺。</translation>
    </message>
    <message>
        <source>The coordinator believes that the credit is made, and it is not. The money is lost: this breaks the promise on purpose.</source>
        <translation>协调器相信已入账，其实没有。资金丢失：这是故意违背承诺。</translation>
    </message>
    <message>
        <source>The coordinator takes the call for done, as it is where bank B did its work.</source>
        <translation>协调器认为调用已完成；若银行 B 已完成工作，确实如此。</translation>
    </message>
    <message>
        <source>The coordinator reads 409 as FAILURE and ends the message. Where the debit is committed, the money is lost: this breaks the promise on purpose.</source>
        <translation>协调器将 409 读作 FAILURE 并结束消息。若扣款已提交，资金丢失：这是故意违背承诺。</translation>
    </message>
    <message>
        <source>The coordinator reads 409 as FAILURE. A message cannot be rolled back.</source>
        <translation>协调器将 409 读作 FAILURE。消息无法回滚。</translation>
    </message>
    <message>
        <source>The coordinator reads 425 as ONGOING and asks again every 10 s.</source>
        <translation>协调器将 425 读作 ONGOING，每 10 秒再问一次。</translation>
    </message>
    <message>
        <source>The coordinator reads %1 as unknown: the message stays prepared, and it asks again after 10 s. Strikes only when no submit came.</source>
        <translation>协调器将 %1 读作未知：消息保持已准备状态，10 秒后再问。仅在 submit 未到时触发。</translation>
    </message>
    <message>
        <source>The coordinator reads %1 as unknown.</source>
        <translation>协调器将 %1 读作未知。</translation>
    </message>
    <message>
        <source>The message is kept, and the sender does not know: it debits nothing. After 35 s the coordinator asks back, hears FAILURE and ends the message. Nothing moves.</source>
        <translation>消息已保存，而发送方不知道：它不扣款。35 秒后协调器回查，听到 FAILURE 并结束消息。资金不动。</translation>
    </message>
    <message>
        <source>The debit is committed, and the sender is not sure. It asks its own checkback, finds the barrier row and submits. User 2 is credited once.</source>
        <translation>扣款已提交，而发送方不确定。它询问自己的回查，找到屏障行并提交消息。用户 2 只入账一次。</translation>
    </message>
    <message>
        <source>The message is submitted and delivered; the caller hears that the debit is committed and that the submit was not confirmed. User 2 is credited once.</source>
        <translation>消息已提交并投递；调用方得知扣款已提交、但 submit 未获确认。用户 2 只入账一次。</translation>
    </message>
    <message>
        <source>The coordinator does not hear the answer: the message stays prepared, and it asks again after 10 s. Strikes only when no submit came.</source>
        <translation>协调器没有听到应答：消息保持已准备状态，10 秒后再问。仅在 submit 未到时触发。</translation>
    </message>
    <message>
        <source>The credit is made, and the coordinator does not know. It calls again after 10 s; the barrier row shows that it was done. User 2 is credited once.</source>
        <translation>已入账，而协调器不知道。它 10 秒后再次调用；屏障行表明已经完成。用户 2 只入账一次。</translation>
    </message>
    <message>
        <source>The coordinator waits 3 s, reads the silence as unknown and calls again after 10 s. What came late counts once: the barrier row sees to that.</source>
        <translation>协调器等待 3 秒，将沉默读作未知，10 秒后再次调用。迟到的也只算一次：由屏障行保证。</translation>
    </message>
    <message>
        <source>The sender waits 10 s and gives up; the checkback settles it after 35 s.</source>
        <translation>发送方等待 10 秒后放弃；35 秒后由回查确定。</translation>
    </message>
    <message>
        <source>The coordinator&apos;s loop stands still for %1 s: all messages wait so long.</source>
        <translation>协调器的循环停顿 %1 秒：所有消息都等待这么久。</translation>
    </message>
    <message>
        <source>It goes on %1 s later; nothing else changes.</source>
        <translation>晚 %1 秒继续；其他不变。</translation>
    </message>
    <message>
        <source>The coordinator hears it twice and answers both alike; the message is kept once.</source>
        <translation>协调器听到两次，两次应答相同；消息只保存一份。</translation>
    </message>
    <message>
        <source>The sender is asked twice and answers both alike: the barrier row does not change.</source>
        <translation>发送方被问两次，两次应答相同：屏障行不变。</translation>
    </message>
    <message>
        <source>Bank B gets the call twice. The barrier row lets the credit happen once; the second call is answered SUCCESS and books nothing.</source>
        <translation>银行 B 收到两次调用。屏障行保证只入账一次；第二次调用应答 SUCCESS，不记账。</translation>
    </message>
    <message>
        <source>Bank A&apos;s service is gone before anything happened, and starts again a moment later. Nothing moves.</source>
        <translation>银行 A 的服务在任何事发生之前消失，片刻后重新启动。资金不动。</translation>
    </message>
    <message>
        <source>Bank A&apos;s service is gone, and its transaction with it. After 35 s the coordinator asks back, hears FAILURE and ends the message. Nothing moves.</source>
        <translation>银行 A 的服务连同其事务一起消失。35 秒后协调器回查，听到 FAILURE 并结束消息。资金不动。</translation>
    </message>
    <message>
        <source>The debit is committed, the message only prepared, and bank A&apos;s service is gone. After 35 s the coordinator asks back, finds the barrier row and delivers. User 2 is credited once.</source>
        <translation>扣款已提交，消息仅为已准备，而银行 A 的服务消失。35 秒后协调器回查，找到屏障行并投递。用户 2 只入账一次。</translation>
    </message>
    <message>
        <source>Bank A&apos;s service is gone when it is asked. The coordinator asks again after 10 s. Strikes only when no submit came.</source>
        <translation>银行 A 的服务在被询问时消失。协调器 10 秒后再问。仅在 submit 未到时触发。</translation>
    </message>
    <message>
        <source>The credit is made, and bank B&apos;s service is gone before it can say so. The coordinator calls again after 10 s; the barrier row shows that it was done. User 2 is credited once.</source>
        <translation>已入账，而银行 B 的服务在应答之前消失。协调器 10 秒后再次调用；屏障行表明已经完成。用户 2 只入账一次。</translation>
    </message>
    <message>
        <source>Bank B&apos;s service is gone, and its transaction with it. The coordinator calls again after 10 s. User 2 is credited once.</source>
        <translation>银行 B 的服务连同其事务一起消失。协调器 10 秒后再次调用。用户 2 只入账一次。</translation>
    </message>
    <message>
        <source>The coordinator is gone before the message is kept, and starts again a moment later. Nothing is debited.</source>
        <translation>协调器在保存消息之前消失，片刻后重新启动。不会扣款。</translation>
    </message>
    <message>
        <source>The coordinator is gone, and starts again from its store a moment later: what was on disk goes on from there, and nobody was told of anything else. No money is lost.</source>
        <translation>协调器消失，片刻后从存储重新启动：已落盘的从那里继续，此外没有告知任何人别的内容。资金不会丢失。</translation>
    </message>
    <message>
        <source>%1, then %2 s</source>
        <extracomment>a list that grows by one time, &quot;10 s, then 20 s&quot;</extracomment>
        <translation>%1、然后 %2 秒</translation>
    </message>
    <message>
        <source>It tries again after %1, and succeeds. User 2 is credited once.</source>
        <extracomment>%1: &quot;10 s&quot;, or &quot;10 s, then 20 s&quot;</extracomment>
        <translation>它会在 %1后重试并成功。用户 2 只入账一次。</translation>
    </message>
</context>
<context>
    <name>ui::DesktopNotifier</name>
    <message>
        <source>This session has no desktop bus: notifications cannot be shown.</source>
        <translation>此会话没有桌面总线：无法显示通知。</translation>
    </message>
    <message>
        <source>The desktop did not show the notification: %1</source>
        <translation>桌面没有显示通知：%1</translation>
    </message>
</context>
<context>
    <name>ui::DetailHead</name>
    <message>
        <source>Copy the gid</source>
        <translation>复制 gid</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>ui::DetailPane</name>
    <message>
        <source>No message is open</source>
        <translation>未打开消息</translation>
    </message>
    <message>
        <source>Choose one in the list to see why it stands where it stands.</source>
        <translation>在列表中选择一条，查看它为何处于当前状态。</translation>
    </message>
    <message>
        <source>There is no such message</source>
        <translation>没有这条消息</translation>
    </message>
    <message>
        <source>No message has the gid %1.</source>
        <translation>没有 gid 为 %1 的消息。</translation>
    </message>
</context>
<context>
    <name>ui::EngineBanner</name>
    <message>
        <source>Opening the store “%1”…</source>
        <translation>正在打开存储“%1”…</translation>
    </message>
    <message>
        <source>Nothing is taken before it is open.</source>
        <translation>打开之前不接收任何内容。</translation>
    </message>
    <message>
        <source>Leaving the store “%1”…</source>
        <translation>正在离开存储“%1”…</translation>
    </message>
    <message>
        <source>Calls in flight are given some seconds to finish.</source>
        <translation>进行中的调用有几秒钟的时间完成。</translation>
    </message>
    <message>
        <source>The store “%1” needs its password.</source>
        <translation>存储“%1”需要密码。</translation>
    </message>
    <message>
        <source>The engine stands still: no message goes on, and callers are turned away.</source>
        <translation>引擎已停下：没有消息继续推进，调用方会被拒绝。</translation>
    </message>
    <message>
        <source>The store “%1” cannot be opened; the engine stands still.</source>
        <translation>无法打开存储“%1”；引擎已停下。</translation>
    </message>
    <message>
        <source>No answer from the store for %1.</source>
        <translation>存储已有 %1没有应答。</translation>
    </message>
    <message>
        <source>What was accepted is kept there. New calls wait and are turned away if it lasts; it is tried again by itself.</source>
        <translation>已受理的内容保存在其中。新的调用会等待，持续无应答时会被拒绝；系统会自动重试。</translation>
    </message>
    <message>
        <source>The store cannot be written; it is tried again by itself.</source>
        <translation>无法写入存储；系统会自动重试。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Enter Password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>Use SQLite Instead</source>
        <translation>改用 SQLite</translation>
    </message>
    <message>
        <source>Works with the file in the data folder. What is in the other store stays there until it is opened again.</source>
        <translation>使用数据文件夹中的文件。另一个存储中的内容会留在那里，直到它再次被打开。</translation>
    </message>
    <message>
        <source>The coordinator is down: it was crashed on purpose.</source>
        <translation>协调器已停止：它被故意崩溃。</translation>
    </message>
    <message>
        <source>It starts again from its store in a moment; until then nobody is answered.</source>
        <translation>它很快会从存储重新启动；在此之前不作任何应答。</translation>
    </message>
    <message>
        <source>The clock of the store&apos;s server is %1 ahead of this computer&apos;s.</source>
        <translation>存储服务器的时钟比本机快 %1。</translation>
    </message>
    <message>
        <source>The clock of the store&apos;s server is %1 behind this computer&apos;s.</source>
        <translation>存储服务器的时钟比本机慢 %1。</translation>
    </message>
    <message>
        <source>Messages are dated, and come due, by the server&apos;s clock. Have a time service (NTP) keep both.</source>
        <translation>消息的时间和到期都以服务器时钟为准。请用时间服务（NTP）同步两者。</translation>
    </message>
    <message>
        <source>Have the engine keep its messages in “%1”?</source>
        <translation>让引擎把消息保存在“%1”中？</translation>
    </message>
    <message>
        <source>Switch Store</source>
        <translation>切换存储</translation>
    </message>
</context>
<context>
    <name>ui::EngineGroup</name>
    <message>
        <source>1 to 2,592,000 s</source>
        <translation>1 至 2,592,000 秒</translation>
    </message>
    <message>
        <source>1 to 1,000</source>
        <translation>1 至 1,000</translation>
    </message>
    <message>
        <source>The console is read-only here.</source>
        <translation>控制台在此为只读。</translation>
    </message>
    <message>
        <source>A limit is out of range.</source>
        <translation>某个限制超出范围。</translation>
    </message>
    <message>
        <source>These limits are in force.</source>
        <translation>这些限制已生效。</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>s</source>
        <comment>unit: seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Longest wait for a retry</source>
        <translation>重试的最长等待</translation>
    </message>
    <message>
        <source>The wait doubles from try to try up to this. What waits already keeps its time.</source>
        <translation>每次重试的等待加倍，直至此值。已在等待的保持原定时间。</translation>
    </message>
    <message>
        <source>Stalled after</source>
        <translation>停滞阈值</translation>
    </message>
    <message>
        <source>So many failures in a row, and a person is called. It is still retried.</source>
        <translation>连续失败达到此次数时会叫人处理，同时继续重试。</translation>
    </message>
    <message>
        <source>Limits of the running engine</source>
        <translation>运行中引擎的限制</translation>
    </message>
    <message>
        <source>In force at once, and at the next start.</source>
        <translation>立即生效，下次启动时也有效。</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Change the limits of “%1”?</source>
        <translation>更改“%1”的限制？</translation>
    </message>
    <message>
        <source>The longest wait becomes %1 s, and a message is stalled after %2 failures in a row.</source>
        <translation>最长等待变为 %1 秒，连续失败 %2 次后消息停滞。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>%1 – another one: start with %2.</source>
        <translation>%1 – 使用其他文件夹：以 %2 启动。</translation>
    </message>
</context>
<context>
    <name>ui::ErrorGroupsCard</name>
    <message numerus="yes">
        <source>%Ln group(s) · a row filters Messages</source>
        <translation>
            <numerusform>%Ln 组 · 点击一行即筛选消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing went wrong in this time</source>
        <translation>这段时间内没有出错</translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) of failed calls in the last 24 hours.</source>
        <translation>
            <numerusform>最近 24 小时内有 %Ln 组失败的调用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show 24 Hours</source>
        <translation>显示 24 小时</translation>
    </message>
    <message>
        <source>Nothing goes wrong</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>Calls that are refused, not answered or answered in doubt are gathered here.</source>
        <translation>被拒绝、无应答或应答不明确的调用会汇总在这里。</translation>
    </message>
    <message>
        <source>What goes wrong</source>
        <translation>出错情况</translation>
    </message>
    <message>
        <source>Open in Messages</source>
        <translation>在消息页打开</translation>
    </message>
</context>
<context>
    <name>ui::ErrorGroupsModel</name>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln 次调用</numerusform>
        </translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Call</source>
        <extracomment>a call of a branch or of a checkback</extracomment>
        <translation>调用</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Course</source>
        <extracomment>how often calls failed over time, as small bars</extracomment>
        <translation>走势</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Last</source>
        <extracomment>when the latest call failed</extracomment>
        <translation>最近</translation>
    </message>
    <message numerus="yes">
        <source>Of the newest %Ln message(s) that are tried again</source>
        <translation>
            <numerusform>取自最新的 %Ln 条重试中的消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) wait because of it</source>
        <translation>
            <numerusform>%Ln 条消息因此等待</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+</source>
        <extracomment>at least so many</extracomment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>how many messages wait because of these calls</extracomment>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>ui::ErrorWords</name>
    <message>
        <source>The request is not valid</source>
        <translation>请求无效</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>请求过大</translation>
    </message>
    <message>
        <source>There is no such message</source>
        <translation>没有这条消息</translation>
    </message>
    <message>
        <source>The state of the message does not allow it</source>
        <translation>消息的状态不允许此操作</translation>
    </message>
    <message>
        <source>It is not decided yet</source>
        <translation>尚未决定</translation>
    </message>
    <message>
        <source>The coordinator cannot take it now</source>
        <translation>协调器暂时无法受理</translation>
    </message>
    <message>
        <source>The coordinator has a fault</source>
        <translation>协调器出现故障</translation>
    </message>
    <message>
        <source>%1.</source>
        <extracomment>%1: the kind of an error; %2: the engine&apos;s own words</extracomment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::EvidenceCard</name>
    <message>
        <source>%1 true · %2 unknown · %3 false</source>
        <translation>%1 成立 · %2 未知 · %3 不成立</translation>
    </message>
    <message>
        <source>Exempt from the checks: %1</source>
        <translation>不参加检查：%1</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Invariants</source>
        <translation>不变量</translation>
    </message>
    <message>
        <source>Barrier Rows</source>
        <translation>屏障行</translation>
    </message>
    <message>
        <source>Each message&apos;s branches beside the banks&apos; barrier rows; Enter opens the message</source>
        <translation>每条消息的分支与银行屏障行的对照；按 Enter 打开消息</translation>
    </message>
</context>
<context>
    <name>ui::EvidenceDialog</name>
    <message>
        <source>Evidence: %1</source>
        <translation>证据：%1</translation>
    </message>
    <message>
        <source>Holds: %1</source>
        <translation>成立：%1</translation>
    </message>
    <message>
        <source>Broken: %1</source>
        <translation>不成立：%1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::FaultCard</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>number and title of a point of the protocol</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Arm this fault</source>
        <translation>设置此故障</translation>
    </message>
    <message>
        <source>Take this fault away; what it holds goes on</source>
        <translation>解除此故障；被它暂停的继续进行</translation>
    </message>
    <message>
        <source>Nothing is armed here.</source>
        <translation>此处未设置故障。</translation>
    </message>
    <message>
        <source>Settings of the fault</source>
        <translation>故障的设置</translation>
    </message>
    <message>
        <source>Only for</source>
        <translation>仅针对</translation>
    </message>
    <message>
        <source>every message – or one gid</source>
        <translation>所有消息，或一个 gid</translation>
    </message>
    <message>
        <source>Only for the message with this gid</source>
        <translation>仅针对此 gid 的消息</translation>
    </message>
    <message>
        <source>Disarm</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>ui::FaultChoices</name>
    <message>
        <source>What happens</source>
        <translation>发生什么</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态码</translation>
    </message>
    <message>
        <source>Delay in seconds</source>
        <translation>延迟（秒）</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>unit: seconds</extracomment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>频率</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>A number of times</source>
        <translation>若干次</translation>
    </message>
    <message>
        <source>Every n-th pass</source>
        <translation>每第 n 次</translation>
    </message>
    <message>
        <source>Until cleared</source>
        <translation>直到清除</translation>
    </message>
    <message>
        <source>For a time</source>
        <translation>持续一段时间</translation>
    </message>
    <message>
        <source>Number of times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>n, of every n-th pass</source>
        <translation>“每第 n 次”的 n</translation>
    </message>
    <message>
        <source>Seconds until it clears itself</source>
        <translation>自动清除前的秒数</translation>
    </message>
</context>
<context>
    <name>ui::FaultDesk</name>
    <message>
        <source>The fault lab is off. Switch it on to arm faults in this window&apos;s engine and demo banks.</source>
        <translation>故障实验室已关闭。打开后即可在本窗口的引擎和演示银行中设置故障。</translation>
    </message>
    <message>
        <source>The embedded engine does not run.</source>
        <translation>内嵌引擎没有运行。</translation>
    </message>
    <message>
        <source>The console is read-only here.</source>
        <translation>控制台在此处为只读。</translation>
    </message>
    <message>
        <source>The engine&apos;s connection is marked PROD: no fault is ever armed there.</source>
        <translation>引擎的连接标记为“生产”：那里绝不设置任何故障。</translation>
    </message>
</context>
<context>
    <name>ui::FaultLabPage</name>
    <message numerus="yes">
        <source>%n fault(s) armed</source>
        <translation>
            <numerusform>已设置 %n 个故障</numerusform>
        </translation>
    </message>
    <message>
        <source>No faults armed</source>
        <translation>未设置故障</translation>
    </message>
    <message>
        <source>Faults can be armed; off clears all.</source>
        <translation>可以设置故障；关闭则全部清除。</translation>
    </message>
    <message>
        <source>Fault lab</source>
        <translation>故障实验室</translation>
    </message>
    <message>
        <source>Clear all faults</source>
        <translation>清除所有故障</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>Beside the picture</source>
        <translation>图旁的面板</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Settings of the point</source>
        <translation>故障点设置</translation>
    </message>
</context>
<context>
    <name>ui::FaultPreset</name>
    <message>
        <source>None</source>
        <comment>no fault</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Submit lost</source>
        <translation>提交请求丢失</translation>
    </message>
    <message>
        <source>Branch answer lost</source>
        <translation>分支应答丢失</translation>
    </message>
    <message>
        <source>Receiver down 10 s</source>
        <translation>接收方停机 10 秒</translation>
    </message>
    <message>
        <source>Nothing is made to fail.</source>
        <translation>不制造任何故障。</translation>
    </message>
    <message>
        <source>The first transfer&apos;s sender ends between its debit and what follows. The coordinator asks back after 5 s; a naive transfer loses the money.</source>
        <translation>第一笔转账的发送方在扣款之后、后续步骤之前终止。协调器 5 秒后回查；朴素转账则丢失这笔钱。</translation>
    </message>
    <message>
        <source>The coordinator does not take the first transfer&apos;s submit. It asks back after 5 s.</source>
        <translation>协调器没有收下第一笔转账的提交，5 秒后回查。</translation>
    </message>
    <message>
        <source>Bank B credits the first transfer, and its answer is lost. The call is repeated and the barrier applies it once; a naive transfer credits twice.</source>
        <translation>银行 B 已为第一笔转账入账，但应答丢失。调用会重复，屏障保证只生效一次；朴素转账则入账两次。</translation>
    </message>
    <message>
        <source>Bank B cannot be reached for 10 s by the first ten transfers. The coordinator tries again until it succeeds; a naive transfer loses the money.</source>
        <translation>前十笔转账在 10 秒内联系不上银行 B。协调器会重试直到成功；朴素转账则丢失这笔钱。</translation>
    </message>
    <message>
        <source>Not now: the demo banks do not run.</source>
        <translation>暂时不行：演示银行没有运行。</translation>
    </message>
    <message>
        <source>Only at demo banks whose databases are on this computer: naive transfers lose money.</source>
        <translation>只能用于数据库在本机的演示银行：朴素转账会丢钱。</translation>
    </message>
    <message>
        <source>Not while the console is read-only.</source>
        <translation>控制台处于只读状态时不行。</translation>
    </message>
    <message>
        <source>Crash after commit</source>
        <translation>提交后崩溃</translation>
    </message>
</context>
<context>
    <name>ui::Figures</name>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
</context>
<context>
    <name>ui::FiguresSql</name>
    <message>
        <source>Sum of the balances, number of accounts; sums of debits and of credits, in cents; number of debits and of credits</source>
        <translation>余额合计、账户数；扣款合计与入账合计，单位为分；扣款笔数与入账笔数</translation>
    </message>
    <message>
        <source>The accounts on this page, amounts in cents</source>
        <translation>本页的账户，金额单位为分</translation>
    </message>
    <message>
        <source>The messages that moved the balance of user %1 last</source>
        <translation>最近变动用户 %1 余额的消息</translation>
    </message>
    <message>
        <source>Their barrier rows, with the booking of each</source>
        <translation>这些消息的屏障行，以及各自的记账</translation>
    </message>
    <message>
        <source>The newest barrier rows, with the booking of each</source>
        <translation>最新的屏障行，以及各自的记账</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>In flight: the debits of %1 less the credits of %2</source>
        <translation>在途：%1 的扣款减去 %2 的入账</translation>
    </message>
    <message>
        <source>How the messages stand is read from the engine&apos;s store, not from the banks</source>
        <translation>消息的状态读自引擎的存储，而不是银行</translation>
    </message>
    <message>
        <source>A message of this pair has its amount in the payload&apos;s %1, from whom in %2, to whom in %3</source>
        <translation>这一对银行的消息：载荷中 %1 是金额，%2 是付款方，%3 是收款方</translation>
    </message>
</context>
<context>
    <name>ui::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Shows changes as they come (Space in the list pauses)</source>
        <translation>变化即时显示（在列表中按空格键暂停）</translation>
    </message>
    <message>
        <source>%1 new · Show</source>
        <translation>%1 条新消息 · 显示</translation>
    </message>
    <message>
        <source>New ones · Show</source>
        <extracomment>a button; new messages came that are not in view, nobody counted how many</extracomment>
        <translation>有新消息 · 显示</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>改为 %1</translation>
    </message>
    <message>
        <source>Filter: a gid, a URL, attempts&gt;3, age&gt;5m, url~TransIn</source>
        <translation>筛选：gid、URL、attempts&gt;3、age&gt;5m、url~TransIn</translation>
    </message>
    <message>
        <source>All terms of the filter</source>
        <translation>筛选的全部条件</translation>
    </message>
</context>
<context>
    <name>ui::FilterHelp</name>
    <message>
        <source>Terms of the filter</source>
        <translation>筛选条件</translation>
    </message>
    <message>
        <source>A message is listed when all terms fit. Text without a term stands in the gid, a URL or a payload. Quotes keep blanks and operators together; inside them \&quot; is a quote.</source>
        <translation>所有条件都符合的消息才会列出。不带条件的文本须出现在 gid、URL 或载荷中。引号可包含空格和运算符；引号内用 \&quot; 表示引号。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>One of waiting, prepared, submitted, retrying, stalled, succeed, failed; several with commas.</source>
        <translation>waiting、prepared、submitted、retrying、stalled、succeed、failed 之一；多个用逗号分隔。</translation>
    </message>
    <message>
        <source>Calls made so far; also &gt;=, &lt;, &lt;= and =.</source>
        <translation>到目前为止的调用次数；也可用 &gt;=、&lt;、&lt;= 和 =。</translation>
    </message>
    <message>
        <source>Older than that; &lt; for younger. Units: ms, s, m, h, d.</source>
        <translation>早于此时长；用 &lt; 表示晚于。单位：ms、s、m、h、d。</translation>
    </message>
    <message>
        <source>Since then, by the clock of this computer; a colon means within that day or minute.</source>
        <translation>自该时刻起，按本机时钟；冒号表示在该日或该分钟之内。</translation>
    </message>
    <message>
        <source>Stands in the URL of a branch or of the checkback.</source>
        <translation>出现在分支或回查的 URL 中。</translation>
    </message>
    <message>
        <source>Stands in a payload, byte for byte.</source>
        <translation>逐字节出现在载荷中。</translation>
    </message>
    <message>
        <source>The gid begins so; capitals count.</source>
        <translation>gid 以此开头；区分大小写。</translation>
    </message>
    <message>
        <source>Goes to a topic whose name begins so.</source>
        <translation>发往名称以此开头的主题。</translation>
    </message>
</context>
<context>
    <name>ui::FilterHints</name>
    <message>
        <source>prepared, submitted, retrying, stalled, succeed, failed, waiting</source>
        <translation>prepared、submitted、retrying、stalled、succeed、failed、waiting</translation>
    </message>
    <message>
        <source>calls made so far</source>
        <translation>到目前为止的调用次数</translation>
    </message>
    <message>
        <source>older than 30s, 5m, 2h, 1d; &lt; for younger</source>
        <translation>早于 30s、5m、2h、1d；用 &lt; 表示晚于</translation>
    </message>
    <message>
        <source>stands in a URL</source>
        <translation>出现在 URL 中</translation>
    </message>
    <message>
        <source>stands in a payload</source>
        <translation>出现在载荷中</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>开头是</translation>
    </message>
    <message>
        <source>since a date, as in 2026-09-14T08:30</source>
        <translation>自某日期起，例如 2026-09-14T08:30</translation>
    </message>
    <message>
        <source>goes to this topic</source>
        <translation>发往此主题</translation>
    </message>
    <message>
        <source>prepared or submitted</source>
        <translation>已准备或已提交</translation>
    </message>
    <message>
        <source>promised, not submitted yet</source>
        <translation>已承诺，尚未提交</translation>
    </message>
    <message>
        <source>to be delivered</source>
        <translation>待投递</translation>
    </message>
    <message>
        <source>waiting, and its last try failed</source>
        <translation>等待中，且上次尝试失败</translation>
    </message>
    <message>
        <source>failed too often in a row; still tried</source>
        <translation>连续失败次数过多；仍在尝试</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已投递</translation>
    </message>
    <message>
        <source>ended undelivered</source>
        <translation>未投递即结束</translation>
    </message>
    <message>
        <source>called at least once</source>
        <translation>至少调用过一次</translation>
    </message>
    <message>
        <source>more than one call</source>
        <translation>调用多于一次</translation>
    </message>
    <message>
        <source>more than three calls</source>
        <translation>调用多于三次</translation>
    </message>
    <message>
        <source>ten calls or more</source>
        <translation>调用十次或更多</translation>
    </message>
    <message>
        <source>of the last five minutes</source>
        <translation>最近五分钟内</translation>
    </message>
    <message>
        <source>of the last hour</source>
        <translation>最近一小时内</translation>
    </message>
    <message>
        <source>of the last 24 hours</source>
        <translation>最近 24 小时内</translation>
    </message>
    <message>
        <source>older than five minutes</source>
        <translation>早于五分钟</translation>
    </message>
    <message>
        <source>older than an hour</source>
        <translation>早于一小时</translation>
    </message>
    <message>
        <source>older than a day</source>
        <translation>早于一天</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>a week ago</source>
        <translation>一周前</translation>
    </message>
    <message>
        <source>stands in the URL</source>
        <translation>出现在该 URL 中</translation>
    </message>
</context>
<context>
    <name>ui::FilterParser</name>
    <message>
        <source>A quote is open: close it with &quot;.</source>
        <translation>引号未闭合：请用 &quot; 闭合。</translation>
    </message>
    <message>
        <source>A value is missing after “%1”.</source>
        <translation>“%1”之后缺少值。</translation>
    </message>
    <message>
        <source>“%1” is given twice.</source>
        <translation>“%1”给出了两次。</translation>
    </message>
    <message>
        <source>Write status with a colon, as in %1.</source>
        <translation>status 后请用冒号，例如 %1。</translation>
    </message>
    <message>
        <source>“%1” is no status. It is one of %2.</source>
        <translation>“%1”不是状态，应为以下之一：%2。</translation>
    </message>
    <message>
        <source>“%1” stands alone: it is a part of other states.</source>
        <translation>“%1”须单独使用：它是其他状态的一部分。</translation>
    </message>
    <message>
        <source>attempts takes a whole number, as in %1.</source>
        <translation>attempts 需要整数，例如 %1。</translation>
    </message>
    <message>
        <source>There are no fewer than 0 attempts.</source>
        <translation>尝试次数不会少于 0。</translation>
    </message>
    <message>
        <source>age takes &gt; or &lt; and a time with s, m, h or d, as in %1.</source>
        <translation>age 需要 &gt; 或 &lt; 以及带 s、m、h 或 d 的时间，例如 %1。</translation>
    </message>
    <message>
        <source>Write %1 with ~, as in %2.</source>
        <translation>%1 后请用 ~，例如 %2。</translation>
    </message>
    <message>
        <source>Write gid with a colon, as in %1.</source>
        <translation>gid 后请用冒号，例如 %1。</translation>
    </message>
    <message>
        <source>A gid has 1 to 128 visible ASCII characters without a semicolon.</source>
        <translation>gid 由 1 到 128 个可见 ASCII 字符组成，不含分号。</translation>
    </message>
    <message>
        <source>One free text only: use url~ or payload~ for “%1”.</source>
        <translation>只能有一个自由文本：“%1”请使用 url~ 或 payload~。</translation>
    </message>
    <message>
        <source>There is no term “%1”. Terms are %2; put the text in quotes to search for it as it stands.</source>
        <translation>没有条件“%1”。可用条件为 %2；若要原样搜索，请将文本放入引号。</translation>
    </message>
    <message>
        <source>A status is missing beside the comma.</source>
        <translation>逗号旁缺少状态。</translation>
    </message>
    <message>
        <source>created takes a date, or a date with a time, as in %1.</source>
        <translation>created 需要日期，或日期加时间，例如 %1。</translation>
    </message>
    <message>
        <source>created is compared with &gt;, &lt;, or a colon for the whole of it.</source>
        <translation>created 用 &gt; 或 &lt; 比较，或用冒号表示整段时间。</translation>
    </message>
    <message>
        <source>Write topic with a colon, as in %1.</source>
        <translation>topic 后请用冒号，例如 %1。</translation>
    </message>
</context>
<context>
    <name>ui::FilterPopup</name>
    <message>
        <source>Completions</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>Tab completes · Ctrl+Space shows what fits · the ? beside explains all terms</source>
        <translation>Tab 补全 · Ctrl+Space 显示可用项 · 旁边的 ? 说明全部条件</translation>
    </message>
</context>
<context>
    <name>ui::FindBar</name>
    <message>
        <source>nothing found</source>
        <translation>未找到</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Find in the payload</source>
        <translation>在载荷中查找</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>上一处 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>下一处 (F3)</translation>
    </message>
</context>
<context>
    <name>ui::FlowCharts</name>
    <message>
        <source>Finished by outcome</source>
        <translation>按结果统计的完成量</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>Succeed at once</source>
        <translation>一次成功</translation>
    </message>
    <message>
        <source>After retry</source>
        <translation>重试后成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>已失败</translation>
    </message>
    <message>
        <source>Time to succeed</source>
        <extracomment>percentile</extracomment>
        <translation>成功耗时</translation>
    </message>
    <message>
        <source>prepare → last branch</source>
        <translation>准备 → 最后一个分支</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>积压</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>重试中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>ui::GuidePage</name>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>搜索指南</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>指南的页面</translation>
    </message>
    <message>
        <source>Text of the guide</source>
        <translation>指南的正文</translation>
    </message>
</context>
<context>
    <name>ui::HeadersList</name>
    <message>
        <source>Headers of each call</source>
        <translation>每次调用的请求头</translation>
    </message>
    <message>
        <source>Show values</source>
        <translation>显示值</translation>
    </message>
</context>
<context>
    <name>ui::HealthLabel</name>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Store away</source>
        <translation>存储不可用</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message numerus="yes">
        <source>%n coordinator(s) · commit %1 ms</source>
        <translation>
            <numerusform>%n 个协调器 · 落盘 %1 毫秒</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is written</source>
        <translation>不写入任何数据</translation>
    </message>
</context>
<context>
    <name>ui::HeldList</name>
    <message>
        <source>%1 · message %2 · held for %3</source>
        <extracomment>a call that waits at a breakpoint. %1: number and title of the point; %2: a gid; %3: how long it has waited</extracomment>
        <translation>%1 · 消息 %2 · 已暂停 %3</translation>
    </message>
    <message>
        <source>Change answer</source>
        <translation>更改应答</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Deliver twice</source>
        <translation>投递两次</translation>
    </message>
    <message>
        <source>Drop the answer</source>
        <translation>丢弃应答</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Held</source>
        <extracomment>title of a list of calls that wait at breakpoints</extracomment>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>goes on by itself after %1 s</source>
        <translation>%1 秒后自动继续</translation>
    </message>
</context>
<context>
    <name>ui::InvariantsModel</name>
    <message>
        <source>…</source>
        <comment>not known yet</comment>
        <translation>…</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Must hold</source>
        <translation>必须成立</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>查得</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Took</source>
        <comment>how long it took</comment>
        <translation>耗时</translation>
    </message>
</context>
<context>
    <name>ui::KpiRow</name>
    <message>
        <source>peak %1 /s</source>
        <extracomment>the highest rate of the last five minutes</extracomment>
        <translation>峰值 %1 /秒</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/秒</translation>
    </message>
    <message>
        <source>nothing succeeded lately</source>
        <translation>近期没有成功的消息</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 prepared · %2 submitted</source>
        <translation>%1 已准备 · %2 已提交</translation>
    </message>
    <message>
        <source>every call went well</source>
        <translation>所有调用均正常</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stalled</source>
        <translation>
            <numerusform>%Ln 条停滞</numerusform>
        </translation>
    </message>
    <message>
        <source>none stalled</source>
        <translation>无停滞</translation>
    </message>
    <message>
        <source>all is finished</source>
        <translation>全部完成</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Time to succeed</source>
        <translation>成功耗时</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>重试中</translation>
    </message>
    <message>
        <source>Oldest unfinished</source>
        <translation>最早未完成</translation>
    </message>
    <message>
        <source>retried by themselves</source>
        <translation>正在自动重试</translation>
    </message>
</context>
<context>
    <name>ui::KpiTile</name>
    <message>
        <source>Course of the last minutes: %1</source>
        <comment>name of a figure</comment>
        <translation>最近几分钟的走势：%1</translation>
    </message>
</context>
<context>
    <name>ui::LaunchOptions</name>
    <message>
        <source>Try checkback --help.</source>
        <translation>请参阅 checkback --help。</translation>
    </message>
    <message>
        <source>Keep store, demo banks and settings in &lt;dir&gt;.</source>
        <translation>将存储、演示银行和设置保存在 &lt;dir&gt;。</translation>
    </message>
    <message>
        <source>dir</source>
        <translation>dir</translation>
    </message>
    <message>
        <source>Open the message &lt;gid&gt;.</source>
        <translation>打开消息 &lt;gid&gt;。</translation>
    </message>
    <message>
        <source>gid</source>
        <translation>gid</translation>
    </message>
    <message>
        <source>Look, change nothing.</source>
        <translation>只查看，不做更改。</translation>
    </message>
    <message>
        <source>Start on a folder that is thrown away, with transfers made.</source>
        <translation>使用用后即弃的文件夹启动，并先完成若干转账。</translation>
    </message>
    <message>
        <source>Paint every page into &lt;dir&gt; and end.</source>
        <translation>将每个页面绘制到 &lt;dir&gt; 后结束。</translation>
    </message>
    <message>
        <source>Show this text.</source>
        <translation>显示本说明。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Console for two-phase messages, with a coordinator inside it.</source>
        <translation>二阶段消息控制台，内含协调器。</translation>
    </message>
    <message>
        <source>Not an option: %1.</source>
        <translation>不是选项：%1。</translation>
    </message>
    <message>
        <source>--data-dir needs the name of a folder.</source>
        <translation>--data-dir 需要文件夹名称。</translation>
    </message>
    <message>
        <source>--gid needs 1 to 128 visible ASCII characters without &apos;;&apos;.</source>
        <translation>--gid 需要 1 到 128 个可见 ASCII 字符，不含“;”。</translation>
    </message>
    <message>
        <source>Keep messages in &lt;url&gt;: sqlite:PATH or mysql://USER@HOST:PORT/DB.</source>
        <translation>把消息保存在 &lt;url&gt;：sqlite:PATH 或 mysql://USER@HOST:PORT/DB。</translation>
    </message>
    <message>
        <source>The store&apos;s password is the first line of &lt;file&gt;, else CHECKBACK_STORE_PASSWORD.</source>
        <translation>存储的密码是 &lt;file&gt; 的第一行，否则取自 CHECKBACK_STORE_PASSWORD。</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The demo bank A keeps its accounts in &lt;url&gt;.</source>
        <translation>演示银行 A 把账户保存在 &lt;url&gt;。</translation>
    </message>
    <message>
        <source>The demo bank B keeps its accounts in &lt;url&gt;.</source>
        <translation>演示银行 B 把账户保存在 &lt;url&gt;。</translation>
    </message>
    <message>
        <source>The banks&apos; password is the first line of &lt;file&gt;, else CHECKBACK_DB_PASSWORD.</source>
        <translation>银行的密码是 &lt;file&gt; 的第一行，否则取自 CHECKBACK_DB_PASSWORD。</translation>
    </message>
    <message>
        <source>The password file %1: %2</source>
        <translation>密码文件 %1：%2</translation>
    </message>
    <message>
        <source>Let faults be armed from the start; else the fault lab&apos;s switch does.</source>
        <translation>从启动起就允许设置故障；否则由故障实验室的开关决定。</translation>
    </message>
    <message>
        <source>Open the case in &lt;file&gt;.</source>
        <translation>打开 &lt;file&gt; 中的案例。</translation>
    </message>
    <message>
        <source>Play the scenario &lt;name&gt;, write its story and end; needs --export.</source>
        <translation>播放场景 &lt;name&gt;，写出它的故事后结束；需要 --export。</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Write the story to &lt;file&gt;: .html, .png or .svg.</source>
        <translation>把故事写入 &lt;file&gt;：.html、.png 或 .svg。</translation>
    </message>
    <message>
        <source>--scenario and --export go together.</source>
        <translation>--scenario 和 --export 须一起使用。</translation>
    </message>
    <message>
        <source>With --screenshot: only what is called like &lt;pattern&gt;, such as &apos;faultlab*&apos;.</source>
        <translation>配合 --screenshot：只绘制名称匹配 &lt;pattern&gt; 的部分，例如 &apos;faultlab*&apos;。</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>pattern</translation>
    </message>
</context>
<context>
    <name>ui::ListFooter</name>
    <message>
        <source>all that match are chosen</source>
        <translation>已选择全部匹配项</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选择 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Does the same to all that are chosen; it is shown before it is done.</source>
        <translation>对所有选中的消息执行同一操作；执行前会先显示。</translation>
    </message>
    <message>
        <source>No message is chosen.</source>
        <translation>未选择消息。</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Chooses all messages that match, also those that are not read yet</source>
        <translation>选择所有匹配的消息，包括尚未读取的</translation>
    </message>
    <message>
        <source>Run on selection</source>
        <translation>对选中项执行</translation>
    </message>
</context>
<context>
    <name>ui::ListVerbs</name>
    <message>
        <source>The console is read-only.</source>
        <translation>控制台为只读。</translation>
    </message>
    <message>
        <source>No message is chosen.</source>
        <translation>未选择消息。</translation>
    </message>
    <message>
        <source>Shows both side by side from the first event that differs.</source>
        <translation>从第一个不同的事件起并排显示两者。</translation>
    </message>
    <message>
        <source>Choose two messages, with Ctrl and a click.</source>
        <translation>请按住 Ctrl 点击选择两条消息。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Writes the chosen messages, or all that match the filter, as CSV or JSON.</source>
        <translation>将选中的消息或所有匹配筛选的消息写为 CSV 或 JSON。</translation>
    </message>
    <message>
        <source>Compare Two</source>
        <translation>比较两条</translation>
    </message>
    <message numerus="yes">
        <source>For the %n message(s) chosen in the list.</source>
        <translation>
            <numerusform>用于列表中选中的 %n 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>For all messages there are.</source>
        <translation>用于全部消息。</translation>
    </message>
    <message>
        <source>For all messages that match: %1</source>
        <translation>用于所有匹配的消息：%1</translation>
    </message>
    <message>
        <source>Export messages</source>
        <translation>导出消息</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Writing messages…</source>
        <translation>正在写入消息…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written</source>
        <translation>
            <numerusform>已写入 %n 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written to %1</source>
        <translation>
            <numerusform>已将 %n 条消息写入 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>ui::LookCard</name>
    <message>
        <source>%1 %</source>
        <comment>a text size in percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language and theme</source>
        <translation>语言和主题</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Change any of this later under Settings.</source>
        <translation>以后可在“设置”中更改。</translation>
    </message>
    <message>
        <source>system language</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>%1 – Checkback</source>
        <comment>title of the window: name of the page</comment>
        <translation>%1 – Checkback</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>The engine works with the store “%1”.</source>
        <translation>引擎现在使用存储“%1”。</translation>
    </message>
    <message>
        <source>The engine went back to the store “%1”: %2</source>
        <translation>引擎已回到存储“%1”：%2</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message numerus="yes">
        <source>Close while %n transfer(s) are not sent yet?</source>
        <translation>
            <numerusform>还有 %n 笔转账未发送，仍要关闭吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 were sent: the coordinator keeps them, and goes on with them at the next start. The others are not sent.</source>
        <translation>已发送 %1 / %2：协调器会保留它们，并在下次启动时继续。其余的不会发送。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing is armed.</source>
        <translation>未设置任何故障。</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>故事</translation>
    </message>
</context>
<context>
    <name>ui::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>消息(&amp;M)</translation>
    </message>
    <message>
        <source>E&amp;ngine</source>
        <translation>引擎(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Text &amp;Size</source>
        <translation>文字大小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>As the System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>&amp;Perspective</source>
        <translation>视角(&amp;P)</translation>
    </message>
    <message>
        <source>F&amp;aults</source>
        <translation>故障(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Scenario</source>
        <translation>场景(&amp;S)</translation>
    </message>
    <message>
        <source>Play a S&amp;tory</source>
        <translation>播放故事(&amp;T)</translation>
    </message>
</context>
<context>
    <name>ui::MessageComparison</name>
    <message>
        <source>One of the messages is no longer there.</source>
        <translation>其中一条消息已不存在。</translation>
    </message>
</context>
<context>
    <name>ui::MessageFacts</name>
    <message>
        <source>user %1 %2</source>
        <extracomment>what a transfer did to an account: number of the user, amount with its sign</extracomment>
        <translation>用户 %1 %2</translation>
    </message>
</context>
<context>
    <name>ui::MessageList</name>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Reading messages…</source>
        <translation>正在读取消息…</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>还没有消息</translation>
    </message>
    <message>
        <source>A transfer between the two banks makes the first one.</source>
        <translation>在两家银行之间转账即产生第一条消息。</translation>
    </message>
    <message>
        <source>Make a Transfer</source>
        <translation>进行转账</translation>
    </message>
    <message>
        <source>%1 found, %2 of %3 looked at</source>
        <extracomment>%1 found so far, %2 messages looked at, of %3 that there are</extracomment>
        <translation>找到 %1，已查看 %2 / %3</translation>
    </message>
    <message>
        <source>Older messages could not be read: %1</source>
        <translation>无法读取更早的消息：%1</translation>
    </message>
    <message>
        <source>%1 of %2 match</source>
        <extracomment>how many messages match the filter, of how many in all</extracomment>
        <translation>匹配 %1 / %2</translation>
    </message>
    <message>
        <source>newest %1 of %2</source>
        <extracomment>how many messages of a long list were read so far, of how many in all</extracomment>
        <translation>最新 %1 / %2</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>Arrange Columns…</source>
        <translation>排列各列…</translation>
    </message>
    <message>
        <source>Order, width and choice of the columns</source>
        <translation>各列的顺序、宽度和显示</translation>
    </message>
    <message>
        <source>Read-only: nothing can be sent</source>
        <translation>只读：不能发送</translation>
    </message>
</context>
<context>
    <name>ui::MessageTable</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>From → To · route</source>
        <extracomment>the accounts that money moves between, and the service called</extracomment>
        <translation>转出 → 转入 · 路由</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Next in</source>
        <extracomment>the time until a message is tried again</extracomment>
        <translation>下次</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Applied</source>
        <extracomment>how many branches of how many are applied</extracomment>
        <translation>已执行</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>最近错误</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完成时间</translation>
    </message>
</context>
<context>
    <name>ui::MessageTableView</name>
    <message>
        <source>Copy Cell</source>
        <translation>复制单元格</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Copy Rows</source>
        <translation>复制行</translation>
    </message>
</context>
<context>
    <name>ui::MessageTabs</name>
    <message>
        <source>message %1</source>
        <comment>a file&apos;s name</comment>
        <translation>消息 %1</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Attempts (%1)</source>
        <translation>尝试（%1）</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>载荷</translation>
    </message>
    <message>
        <source>Raw</source>
        <extracomment>all fields of a message as the HTTP API tells them</extracomment>
        <translation>原文</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>All fields of the message</source>
        <translation>消息的全部字段</translation>
    </message>
    <message>
        <source>Views of the message</source>
        <translation>消息的各视图</translation>
    </message>
</context>
<context>
    <name>ui::MessageVerbs</name>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Puts a call of this message on the clipboard, as a command for a shell.</source>
        <translation>将该消息的一次调用以 shell 命令形式放入剪贴板。</translation>
    </message>
    <message>
        <source>No message is chosen.</source>
        <translation>未选择消息。</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Branch %1</source>
        <translation>分支 %1</translation>
    </message>
    <message>
        <source>Checkback (may fence the message)</source>
        <translation>回查（可能隔离该消息）</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>复制为 JSON</translation>
    </message>
    <message>
        <source>Copy as SQL</source>
        <translation>复制为 SQL</translation>
    </message>
    <message>
        <source>Puts all fields of this message and its attempts on the clipboard.</source>
        <translation>将此消息的全部字段及其尝试放到剪贴板。</translation>
    </message>
    <message>
        <source>Puts queries on the clipboard that find this message in the store and at the banks.</source>
        <translation>将可在存储和银行中找到此消息的查询放到剪贴板。</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Transfer Like This</source>
        <translation>照此转账</translation>
    </message>
    <message>
        <source>Fills in the form of a transfer as this message has it; nothing is sent yet.</source>
        <translation>按这条消息填写转账表单；尚不发送任何东西。</translation>
    </message>
    <message>
        <source>Its payload names no receiver and amount.</source>
        <translation>它的载荷没有写明收款人和金额。</translation>
    </message>
    <message>
        <source>Show What Happened</source>
        <translation>查看经过</translation>
    </message>
    <message>
        <source>Save Case…</source>
        <translation>保存案例…</translation>
    </message>
    <message>
        <source>Goes through this message event by event: its state, the balances and the barrier rows.</source>
        <translation>逐个事件地回放这条消息：状态、余额和屏障行。</translation>
    </message>
    <message>
        <source>Keeps this message with its attempts, barrier rows and balances in a file, to be looked at elsewhere. Secrets are masked.</source>
        <translation>把这条消息连同尝试、屏障行和余额存入文件，供在别处查看。机密会被遮盖。</translation>
    </message>
</context>
<context>
    <name>ui::MessagesPage</name>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>Border between list and message</source>
        <translation>列表与消息之间的分隔条</translation>
    </message>
</context>
<context>
    <name>ui::ModeChoice</name>
    <message>
        <source>Two-phase message</source>
        <translation>二阶段消息</translation>
    </message>
    <message>
        <source>The promise is on record before the debit; if anything dies in between, the coordinator asks back, and both happen or neither.</source>
        <translation>扣款之前承诺已记录在案；中途任何一方故障，协调器都会回查，两者要么都发生，要么都不发生。</translation>
    </message>
    <message>
        <source>Naive: debit, then call</source>
        <translation>朴素方式：先扣款再调用</translation>
    </message>
    <message>
        <source>Debits first and calls Bank B afterwards; a crash in between loses the money, and nobody is told.</source>
        <translation>先扣款，然后调用银行 B；中途崩溃，钱就丢了，而且没有人知道。</translation>
    </message>
    <message>
        <source>Debit + barrier row</source>
        <translation>扣款 + 屏障行</translation>
    </message>
    <message>
        <source>a crash</source>
        <translation>崩溃</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>协调器</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>入账</translation>
    </message>
    <message>
        <source>asks back after 35 s</source>
        <translation>35 秒后回查</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>扣款</translation>
    </message>
    <message>
        <source>no credit</source>
        <translation>没有入账</translation>
    </message>
</context>
<context>
    <name>ui::MoneyFlow</name>
    <message>
        <source>The way of the money</source>
        <translation>资金的去向</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>The coordinator remembers</source>
        <translation>协调器记得</translation>
    </message>
    <message>
        <source>program is down</source>
        <translation>程序已停止</translation>
    </message>
    <message>
        <source>The coordinator is down; on its disk stands</source>
        <translation>协调器已停止；它的磁盘上记着</translation>
    </message>
</context>
<context>
    <name>ui::NaiveRepair</name>
    <message>
        <source>Put right what naive transfers lost?</source>
        <translation>要补正朴素转账的损失吗？</translation>
    </message>
    <message>
        <source>Bank A committed its debit, and whoever was to call bank B died or heard no answer. No coordinator keeps in mind what is due, so nobody will ever make up for it: a person has to. Lost money is credited at bank B now, and what was credited twice is taken back, in one transaction on record.</source>
        <translation>银行 A 已提交扣款，而本该调用银行 B 的一方崩溃了，或者没有听到应答。没有协调器记着这笔欠账，所以永远不会有谁来补上，只能靠人。现在将在银行 B 补记丢失的钱，并收回重复入账的钱，在一个事务里完成，并记录在案。</translation>
    </message>
    <message>
        <source>Put Things Right</source>
        <translation>纠正</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Only at the demo banks of this computer, and not while the console is read-only.</source>
        <translation>只能用于本机的演示银行，且控制台不能处于只读状态。</translation>
    </message>
    <message>
        <source>Nothing was put right: %1</source>
        <translation>没有作任何补正：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n naive transfer(s) put right: %1 credited, %2 taken back</source>
        <translation>
            <numerusform>已补正 %n 笔朴素转账：补记 %1，收回 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OrderInput</name>
    <message>
        <source>An amount above zero with at most two decimals, such as %1</source>
        <translation>大于零且最多两位小数的金额，例如 %1</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2</source>
        <translation>%1 到 %2 之间的整数</translation>
    </message>
    <message>
        <source>%1 × %2 = %3</source>
        <comment>count times amount is sum</comment>
        <translation>%1 × %2 = %3</translation>
    </message>
    <message>
        <source>at once.</source>
        <translation>立即发送。</translation>
    </message>
    <message>
        <source>in about %1 s.</source>
        <translation>约 %1 秒。</translation>
    </message>
    <message>
        <source>User %1 keeps %2.</source>
        <translation>用户 %1 剩余 %2。</translation>
    </message>
    <message>
        <source>What user %1 has is not known.</source>
        <translation>用户 %1 的余额未知。</translation>
    </message>
    <message>
        <source>User %1 has only %2: the bank refuses the transfer.</source>
        <translation>用户 %1 只有 %2：银行将拒绝这笔转账。</translation>
    </message>
    <message>
        <source>User %1 has only %2: the bank refuses all of them.</source>
        <translation>用户 %1 只有 %2：全部将被银行拒绝。</translation>
    </message>
    <message numerus="yes">
        <source>User %1 has only %2: enough for %Ln transfer(s), the bank refuses the others.</source>
        <translation>
            <numerusform>用户 %1 只有 %2：够 %Ln 笔转账，其余将被银行拒绝。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OverviewPage</name>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>还没有消息</translation>
    </message>
    <message>
        <source>Send a first transfer and watch it here.</source>
        <translation>发起第一笔转账，在此观察它。</translation>
    </message>
    <message>
        <source>New Transfer</source>
        <translation>新建转账</translation>
    </message>
    <message>
        <source>Reading the store…</source>
        <translation>正在读取存储…</translation>
    </message>
    <message>
        <source>The store cannot be read.</source>
        <translation>无法读取存储。</translation>
    </message>
    <message>
        <source>What waits was last read at %1. %2</source>
        <translation>等待中的消息最后读取于 %1。%2</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>已于 %1 暂停</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Read-only: nothing can be sent</source>
        <translation>只读：不能发送</translation>
    </message>
</context>
<context>
    <name>ui::Pages</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Fault lab</source>
        <translation>故障实验室</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明</translation>
    </message>
</context>
<context>
    <name>ui::PasswordRequest</name>
    <message>
        <source>Password of “%1”</source>
        <translation>“%1”的密码</translation>
    </message>
</context>
<context>
    <name>ui::PayloadView</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Payload of the step</source>
        <translation>该步骤的载荷</translation>
    </message>
    <message>
        <source>Checkback: %1</source>
        <translation>回查：%1</translation>
    </message>
</context>
<context>
    <name>ui::PeekDialog</name>
    <message>
        <source>Peek</source>
        <translation>探查</translation>
    </message>
    <message>
        <source>Message %1 at the banks</source>
        <translation>银行中的消息 %1</translation>
    </message>
    <message>
        <source>Read just now; nothing was called and nothing written.</source>
        <translation>刚刚读取；未调用也未写入任何内容。</translation>
    </message>
    <message>
        <source>Barrier rows</source>
        <translation>屏障行</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reading the banks…</source>
        <translation>正在读取银行…</translation>
    </message>
    <message>
        <source>The message is finished: its sender is asked no more. %1</source>
        <translation>该消息已结束：不再询问其发送方。%1</translation>
    </message>
</context>
<context>
    <name>ui::PeekWords</name>
    <message>
        <source>user %1 %2</source>
        <translation>用户 %1 %2</translation>
    </message>
    <message>
        <source>%1 keeps the sender&apos;s barrier row: it committed. A checkback would answer SUCCESS.</source>
        <translation>%1 保存着发送方的屏障行：发送方已提交。回查将应答 SUCCESS。</translation>
    </message>
    <message>
        <source>%1 keeps a fence in place of the sender&apos;s barrier row: it cannot commit any more. A checkback would answer FAILURE.</source>
        <translation>%1 中发送方的屏障行位置是隔离记录：发送方不能再提交。回查将应答 FAILURE。</translation>
    </message>
    <message>
        <source>%1 keeps no barrier row of the sender. A checkback would write a fence and answer FAILURE, unless the sender is committing at this moment.</source>
        <translation>%1 中没有发送方的屏障行。回查将写入隔离记录并应答 FAILURE，除非发送方此刻正在提交。</translation>
    </message>
    <message>
        <source>What a checkback would decide cannot be told: %1 cannot be read (%2).</source>
        <translation>无法得知回查的结果：无法读取 %1（%2）。</translation>
    </message>
    <message>
        <source>What a checkback would decide cannot be told: none of the banks is known to be the sender&apos;s. Add its database on the page Connections.</source>
        <translation>无法得知回查的结果：不知道哪家银行属于发送方。请在“连接”页添加其数据库。</translation>
    </message>
    <message>
        <source>%1: cannot be read (%2)</source>
        <translation>%1：无法读取（%2）</translation>
    </message>
    <message>
        <source>%1: no barrier row</source>
        <translation>%1：没有屏障行</translation>
    </message>
    <message>
        <source>Branch %1: applied at the bank, though its call was not confirmed</source>
        <translation>分支 %1：银行已执行，但其调用未被确认</translation>
    </message>
</context>
<context>
    <name>ui::Perspectives</name>
    <message>
        <source>Operate</source>
        <translation>运维</translation>
    </message>
    <message>
        <source>Investigate</source>
        <translation>排查</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>视角</translation>
    </message>
</context>
<context>
    <name>ui::PlaceCard</name>
    <message>
        <source>Where the money is</source>
        <translation>资金所在</translation>
    </message>
    <message>
        <source>Demo bank</source>
        <translation>演示银行</translation>
    </message>
    <message>
        <source>Two banks, two accounts each with 10,000.00. Runs in this window, no MySQL needed.</source>
        <translation>两家银行，各有两个 10,000.00 的账户。在此窗口中运行，无需 MySQL。</translation>
    </message>
    <message>
        <source>My own banks</source>
        <translation>我自己的银行</translation>
    </message>
    <message>
        <source>MySQL or MariaDB. Every step is tested, every table shown before it is made.</source>
        <translation>MySQL 或 MariaDB。每一步都会测试，每张表在创建前都会显示。</translation>
    </message>
    <message>
        <source>Passwords go to the system keychain. Nothing leaves this computer.</source>
        <translation>密码保存在系统密钥环中。任何内容都不会离开本机。</translation>
    </message>
</context>
<context>
    <name>ui::PointWords</name>
    <message>
        <source>Prepare is sent</source>
        <translation>发送 prepare</translation>
    </message>
    <message>
        <source>The sender asks the coordinator to keep the message, before any money is touched.</source>
        <translation>在动用任何资金之前，发送方请协调器保存消息。</translation>
    </message>
    <message>
        <source>Prepare is stored</source>
        <translation>存储 prepare</translation>
    </message>
    <message>
        <source>The coordinator has the prepare and is about to write it to its store.</source>
        <translation>协调器已收到 prepare，正要写入存储。</translation>
    </message>
    <message>
        <source>Prepare is answered</source>
        <translation>应答 prepare</translation>
    </message>
    <message>
        <source>The message is kept; you decide what the sender hears.</source>
        <translation>消息已保存；由您决定发送方听到什么。</translation>
    </message>
    <message>
        <source>Transaction begins</source>
        <translation>事务开始</translation>
    </message>
    <message>
        <source>The sender knows that the message is kept and is about to open its local transaction.</source>
        <translation>发送方知道消息已保存，正要开启本地事务。</translation>
    </message>
    <message>
        <source>Barrier row is next</source>
        <translation>即将写屏障行</translation>
    </message>
    <message>
        <source>Bank A&apos;s transaction is open; the barrier row, the proof of the debit, comes next.</source>
        <translation>银行 A 的事务已开启；接下来写屏障行，它是扣款的凭据。</translation>
    </message>
    <message>
        <source>Debit is next</source>
        <translation>即将扣款</translation>
    </message>
    <message>
        <source>The barrier row is written, the debit comes next; nothing is committed.</source>
        <translation>屏障行已写入，接下来扣款；尚未提交任何内容。</translation>
    </message>
    <message>
        <source>Commit is next</source>
        <translation>即将提交</translation>
    </message>
    <message>
        <source>Barrier row and debit are written; COMMIT is about to be sent to bank A.</source>
        <translation>屏障行和扣款均已写入；正要向银行 A 发送 COMMIT。</translation>
    </message>
    <message>
        <source>Bank A has committed</source>
        <translation>银行 A 已提交</translation>
    </message>
    <message>
        <source>The debit is on disk; the sender waits to hear so.</source>
        <translation>扣款已落盘；发送方正等待确认。</translation>
    </message>
    <message>
        <source>Submit is next</source>
        <translation>即将提交消息</translation>
    </message>
    <message>
        <source>The debit is committed; the coordinator does not know it yet.</source>
        <translation>扣款已提交；协调器尚不知情。</translation>
    </message>
    <message>
        <source>Submit is sent</source>
        <translation>发送 submit</translation>
    </message>
    <message>
        <source>The sender asks the coordinator to deliver.</source>
        <translation>发送方请协调器投递。</translation>
    </message>
    <message>
        <source>Submit is stored</source>
        <translation>存储 submit</translation>
    </message>
    <message>
        <source>The coordinator has the submit and is about to write it to its store.</source>
        <translation>协调器已收到 submit，正要写入存储。</translation>
    </message>
    <message>
        <source>Submit is answered</source>
        <translation>应答 submit</translation>
    </message>
    <message>
        <source>The message is submitted; you decide what the sender hears.</source>
        <translation>消息已提交；由您决定发送方听到什么。</translation>
    </message>
    <message>
        <source>Checkback is sent</source>
        <translation>发送回查</translation>
    </message>
    <message>
        <source>No submit came in time: the coordinator asks the sender what became of its transaction.</source>
        <translation>submit 未按时到达：协调器向发送方询问其事务的结果。</translation>
    </message>
    <message>
        <source>Sender is asked back</source>
        <translation>发送方被回查</translation>
    </message>
    <message>
        <source>Bank A&apos;s service has the question; you decide what the coordinator hears.</source>
        <translation>银行 A 的服务已收到询问；由您决定协调器听到什么。</translation>
    </message>
    <message>
        <source>Checkback is read</source>
        <translation>读取回查结果</translation>
    </message>
    <message>
        <source>The sender has answered; you decide what the coordinator makes of it.</source>
        <translation>发送方已应答；由您决定协调器如何理解。</translation>
    </message>
    <message>
        <source>Submit is on disk</source>
        <translation>submit 已落盘</translation>
    </message>
    <message>
        <source>The message is submitted for good; nothing of it was called or answered yet.</source>
        <translation>消息已确定提交；尚未发出任何调用或应答。</translation>
    </message>
    <message>
        <source>Call is sent</source>
        <translation>发送调用</translation>
    </message>
    <message>
        <source>The coordinator is about to call bank B&apos;s service.</source>
        <translation>协调器正要调用银行 B 的服务。</translation>
    </message>
    <message>
        <source>Receiver answers</source>
        <translation>接收方应答</translation>
    </message>
    <message>
        <source>Bank B&apos;s service has the call; you decide what the coordinator hears.</source>
        <translation>银行 B 的服务已收到调用；由您决定协调器听到什么。</translation>
    </message>
    <message>
        <source>Bank B&apos;s transaction is open; its barrier row, which lets the credit happen once, comes next.</source>
        <translation>银行 B 的事务已开启；接下来写屏障行，它保证入账只发生一次。</translation>
    </message>
    <message>
        <source>Credit is next</source>
        <translation>即将入账</translation>
    </message>
    <message>
        <source>Bank B&apos;s barrier row is written, the credit comes next; nothing is committed.</source>
        <translation>银行 B 的屏障行已写入，接下来入账；尚未提交任何内容。</translation>
    </message>
    <message>
        <source>Bank B has committed</source>
        <translation>银行 B 已提交</translation>
    </message>
    <message>
        <source>The credit is on disk; bank B&apos;s service waits to hear so.</source>
        <translation>入账已落盘；银行 B 的服务正等待确认。</translation>
    </message>
    <message>
        <source>Answer is sent</source>
        <translation>发送应答</translation>
    </message>
    <message>
        <source>The call was worked through; you decide what the coordinator hears.</source>
        <translation>调用已处理完毕；由您决定协调器听到什么。</translation>
    </message>
    <message>
        <source>Answer is read</source>
        <translation>读取应答</translation>
    </message>
    <message>
        <source>Bank B has answered; you decide what the coordinator makes of it.</source>
        <translation>银行 B 已应答；由您决定协调器如何理解。</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Local transaction</source>
        <translation>本地事务</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Checkback</source>
        <translation>回查</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>投递</translation>
    </message>
    <message>
        <source>Fail</source>
        <extracomment>what happens at a fault point: the step does not take place</extracomment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Fail with status</source>
        <translation>以状态码失败</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Drop the answer</source>
        <translation>丢弃应答</translation>
    </message>
    <message>
        <source>Deliver twice</source>
        <translation>投递两次</translation>
    </message>
    <message>
        <source>Hold (breakpoint)</source>
        <extracomment>a breakpoint: what comes by there waits until you say how it goes on</extracomment>
        <translation>暂停（断点）</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>崩溃</translation>
    </message>
    <message>
        <source>nothing can be refused here</source>
        <translation>此处没有可拒绝的内容</translation>
    </message>
    <message>
        <source>no answer comes by here</source>
        <translation>此处没有应答经过</translation>
    </message>
    <message>
        <source>nothing is delivered here</source>
        <translation>此处没有投递</translation>
    </message>
    <message>
        <source>this would hold up other messages</source>
        <translation>这会阻塞其他消息</translation>
    </message>
    <message>
        <source>what crashes here is on its way already</source>
        <translation>此处崩溃的内容已在途中</translation>
    </message>
    <message>
        <source>nothing can wait here</source>
        <translation>此处无法等待</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <extracomment>%1: a time in seconds</extracomment>
        <translation>剩余 %1 秒</translation>
    </message>
    <message>
        <source>one in %1</source>
        <extracomment>a fault that strikes one in so many passes</extracomment>
        <translation>每 %1 次一次</translation>
    </message>
    <message>
        <source>until cleared</source>
        <translation>直到清除</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <translation>剩余 %1/%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>beside an armed point: so many of so many strikes are left</extracomment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1: fails</source>
        <extracomment>%1: a step, &quot;Submit is sent&quot;</extracomment>
        <translation>%1：失败</translation>
    </message>
    <message>
        <source>%1: status %2</source>
        <translation>%1：状态码 %2</translation>
    </message>
    <message>
        <source>%1: %2 s late</source>
        <translation>%1：延迟 %2 秒</translation>
    </message>
    <message>
        <source>%1: the answer is lost</source>
        <translation>%1：应答丢失</translation>
    </message>
    <message>
        <source>%1: twice</source>
        <translation>%1：两次</translation>
    </message>
    <message>
        <source>%1: held</source>
        <translation>%1：暂停</translation>
    </message>
    <message>
        <source>%1: crash</source>
        <translation>%1：崩溃</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: what a fault does; %2: how often it still will</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 · %2. %3</source>
        <extracomment>%1: number; %2: title; %3: a sentence</extracomment>
        <translation>%1 · %2。%3</translation>
    </message>
    <message>
        <source>Armed: %1.</source>
        <extracomment>%1: what a fault does and how often</extracomment>
        <translation>已设置：%1。</translation>
    </message>
    <message>
        <source>Checkback is answered</source>
        <translation>应答回查</translation>
    </message>
    <message>
        <source>Bank A&apos;s service has looked for the barrier row; you decide what the coordinator hears.</source>
        <translation>银行 A 的服务已查过屏障行；由您决定协调器听到什么。</translation>
    </message>
</context>
<context>
    <name>ui::PointsCard</name>
    <message>
        <source>show as picture</source>
        <translation>以图显示</translation>
    </message>
    <message>
        <source>show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Bank A</source>
        <translation>银行 A</translation>
    </message>
    <message>
        <source>Bank B</source>
        <translation>银行 B</translation>
    </message>
    <message>
        <source>Fault points</source>
        <translation>故障点</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n 个点</numerusform>
        </translation>
    </message>
    <message>
        <source>click a point to arm it · arrow keys move</source>
        <translation>点击以设置 · 方向键移动</translation>
    </message>
    <message>
        <source>The protocol and its fault points</source>
        <translation>协议及其故障点</translation>
    </message>
    <message>
        <source>Arrow keys go from point to point, Enter goes to its settings. The same is there as a table.</source>
        <translation>方向键在点之间移动，Enter 转到其设置。同样内容也有表格。</translation>
    </message>
</context>
<context>
    <name>ui::PointsModel</name>
    <message>
        <source>No.</source>
        <extracomment>heading of a column: the number of a point in the diagram</extracomment>
        <translation>编号</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Who</source>
        <extracomment>heading of a column: the role in the protocol that comes by there</extracomment>
        <translation>角色</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>故障点</translation>
    </message>
    <message>
        <source>Armed</source>
        <translation>已设置</translation>
    </message>
    <message>
        <source>Struck</source>
        <extracomment>heading of a column: how often an armed fault has struck there</extracomment>
        <translation>触发次数</translation>
    </message>
    <message>
        <source>Bank A</source>
        <translation>银行 A</translation>
    </message>
    <message>
        <source>Bank B</source>
        <translation>银行 B</translation>
    </message>
</context>
<context>
    <name>ui::PresentPage</name>
    <message>
        <source>No transfer yet</source>
        <translation>尚无转账</translation>
    </message>
    <message>
        <source>The first one is told here, step by step.</source>
        <translation>第一笔转账将在此逐步讲述。</translation>
    </message>
    <message>
        <source>Send 30.00</source>
        <translation>转账 30.00</translation>
    </message>
    <message>
        <source>again in %1</source>
        <translation>%1后重试</translation>
    </message>
    <message>
        <source>Bank A</source>
        <translation>银行 A</translation>
    </message>
    <message>
        <source>Bank B</source>
        <translation>银行 B</translation>
    </message>
    <message>
        <source>This is the oldest one that is shown.</source>
        <translation>这是所显示的最早一笔。</translation>
    </message>
    <message>
        <source>This is the latest one.</source>
        <translation>这是最新一笔。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在清点…</translation>
    </message>
    <message>
        <source>All money accounted for</source>
        <translation>资金账实相符</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>缺失 %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>The console is read-only here.</source>
        <translation>控制台在此为只读。</translation>
    </message>
    <message>
        <source>Reading transfers…</source>
        <translation>正在读取转账…</translation>
    </message>
    <message>
        <source>Presenting</source>
        <translation>演示中</translation>
    </message>
    <message>
        <source>Send %1 from user %2 to user %3?</source>
        <translation>从用户 %2 向用户 %3 发送 %1？</translation>
    </message>
    <message>
        <source>The money moves at once. “%1” wants to be asked first.</source>
        <extracomment>%1: the name of a connection</extracomment>
        <translation>资金会立即转移。“%1”要求先询问。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>One is being played: stop it first</source>
        <translation>正在播放一个：请先停止它</translation>
    </message>
    <message>
        <source>Transfers, as They Are Sent</source>
        <translation>随时发送的转账</translation>
    </message>
    <message>
        <source>Plays it and tells it here</source>
        <translation>播放它，并在这里讲述</translation>
    </message>
    <message>
        <source>The programs of “%1” start…</source>
        <translation>正在启动“%1”的程序…</translation>
    </message>
    <message>
        <source>Not as expected: %1</source>
        <translation>与预期不符：%1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>The slide stays, and the programs of the story stand still</source>
        <translation>画面停住，故事的程序也停住不动</translation>
    </message>
    <message>
        <source>One slide after the other</source>
        <translation>逐页播放</translation>
    </message>
    <message>
        <source>This is the first one.</source>
        <translation>这是第一页。</translation>
    </message>
    <message>
        <source>The story has come no further.</source>
        <translation>故事还没有讲到后面。</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>故事</translation>
    </message>
    <message>
        <source>Choose a scenario: something fails on purpose, and this page tells where the money is</source>
        <translation>选择一个场景：有意制造故障，本页讲述钱在哪里</translation>
    </message>
    <message>
        <source>Not everything holds</source>
        <translation>并非全部成立</translation>
    </message>
    <message>
        <source>The engine does not run: nothing can be sent</source>
        <translation>引擎没有运行：无法发送</translation>
    </message>
    <message>
        <source>The demo banks do not run: nothing can be sent</source>
        <translation>演示银行没有运行：无法发送</translation>
    </message>
</context>
<context>
    <name>ui::PresentStory</name>
    <message>
        <source>somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>用户 %1</translation>
    </message>
    <message>
        <source>A message</source>
        <translation>一条消息</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>Bank A does not say yet whether it paid.</source>
        <translation>银行 A 尚未说明是否已付款。</translation>
    </message>
    <message>
        <source>The promise is written down.</source>
        <translation>承诺已写下。</translation>
    </message>
    <message>
        <source>Bank B did not answer. Nothing is lost.</source>
        <translation>银行 B 没有应答。分文不失。</translation>
    </message>
    <message>
        <source>The money is on its way.</source>
        <translation>资金正在途中。</translation>
    </message>
    <message>
        <source>Both happened. All settled.</source>
        <translation>两边都已完成。全部结清。</translation>
    </message>
    <message>
        <source>Neither happened. Nothing moved.</source>
        <translation>两边都未发生。资金未动。</translation>
    </message>
    <message>
        <source>The coordinator knows of the transfer before any money moves. If bank A falls silent, it is asked.</source>
        <translation>在资金移动之前，协调器已知晓这笔转账。若银行 A 没有音信，就会去询问它。</translation>
    </message>
    <message>
        <source>The money has left bank A and is not yet at bank B. The coordinator keeps asking until bank B says yes.</source>
        <translation>资金已离开银行 A，尚未到达银行 B。协调器会一直询问，直到银行 B 确认。</translation>
    </message>
    <message>
        <source>Bank A debited once, bank B credited once, however often it was asked.</source>
        <translation>无论询问多少次，银行 A 只扣款一次，银行 B 只入账一次。</translation>
    </message>
    <message>
        <source>Bank A did not debit, so bank B was never asked to credit.</source>
        <translation>银行 A 没有扣款，因此从未要求银行 B 入账。</translation>
    </message>
    <message>
        <source>Promise written</source>
        <translation>承诺已写下</translation>
    </message>
    <message>
        <source>Debit done</source>
        <translation>已扣款</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Credit done</source>
        <translation>已入账</translation>
    </message>
    <message>
        <source>All settled</source>
        <translation>全部结清</translation>
    </message>
</context>
<context>
    <name>ui::ProgressCard</name>
    <message>
        <source>In flight: cannot be told yet</source>
        <translation>在途：尚无法得知</translation>
    </message>
    <message>
        <source>In flight &lt;b&gt;%1&lt;/b&gt; · missing &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>在途 &lt;b&gt;%1&lt;/b&gt; · 缺失 &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>%1 of %2 sent</source>
        <translation>已发送 %1 / %2</translation>
    </message>
    <message>
        <source>%1 to go, about %2 s</source>
        <translation>剩余 %1 笔，约 %2 秒</translation>
    </message>
    <message>
        <source>all are finished</source>
        <translation>全部完成</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>count, word of a state: 27 Succeed</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>已请求</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Sent to the bank</source>
        <translation>已发送给银行</translation>
    </message>
    <message>
        <source>The bank has committed its debit</source>
        <translation>银行已提交扣款</translation>
    </message>
    <message>
        <source>Seen finished in the store</source>
        <translation>已在存储中看到完成</translation>
    </message>
    <message>
        <source>Cancel the rest</source>
        <translation>取消其余</translation>
    </message>
    <message numerus="yes">
        <source>cancelled: %Ln not sent</source>
        <translation>
            <numerusform>已取消：%Ln 笔未发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all are on their way, %Ln not finished</source>
        <translation>
            <numerusform>均已发出，%Ln 笔未完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without an answer</source>
        <translation>
            <numerusform>%Ln 笔无应答</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Proof</name>
    <message>
        <source>message %1 has branch %2 on record as done, %3 has no barrier row for it</source>
        <translation>消息 %1 记录分支 %2 已完成，%3 却没有它的屏障行</translation>
    </message>
    <message>
        <source>message %1 is succeed, %3 has no barrier row for branch %2</source>
        <translation>消息 %1 已成功，%3 却没有分支 %2 的屏障行</translation>
    </message>
    <message>
        <source>message %1 was submitted, %2 has no barrier row of its debit</source>
        <translation>消息 %1 已提交，%2 却没有它扣款的屏障行</translation>
    </message>
    <message>
        <source>message %1 was submitted, %2 has fenced its debit off</source>
        <translation>消息 %1 已提交，%2 却已把它的扣款隔离</translation>
    </message>
    <message>
        <source>message %1 is failed, %2 has committed its debit</source>
        <translation>消息 %1 已失败，%2 却提交了它的扣款</translation>
    </message>
    <message>
        <source>message %1 is failed, %3 has applied branch %2</source>
        <translation>消息 %1 已失败，%3 却执行了分支 %2</translation>
    </message>
    <message>
        <source>message %1 is only prepared, %3 has applied branch %2</source>
        <translation>消息 %1 仅处于“已准备”，%3 却执行了分支 %2</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>%1 too much</source>
        <translation>多出 %1</translation>
    </message>
    <message>
        <source>%1: user %2 has %3</source>
        <translation>%1：用户 %2 的余额为 %3</translation>
    </message>
    <message>
        <source>%3 has a barrier row of %1, branch %2, and the engine no such message</source>
        <translation>%3 有 %1 分支 %2 的屏障行，引擎却没有这条消息</translation>
    </message>
    <message numerus="yes">
        <source>%3 has booked branch %2 of message %1 %n time(s)</source>
        <translation>
            <numerusform>%3 把消息 %1 的分支 %2 记了 %n 次账</numerusform>
        </translation>
    </message>
    <message>
        <source>%3 has booked branch %2 of message %1 without its barrier row</source>
        <translation>%3 记了消息 %1 分支 %2 的账，却没有屏障行</translation>
    </message>
    <message>
        <source>%2 has credited %3 for message %1, no debit of that amount is there</source>
        <translation>%2 为消息 %1 入账 %3，却没有同等金额的扣款</translation>
    </message>
    <message>
        <source>the first total is being read</source>
        <translation>正在读取最初的总额</translation>
    </message>
    <message>
        <source>The engine&apos;s store: %1</source>
        <translation>引擎的存储：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a bank, why it could not be read</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what must hold, why it is not known</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>none of the rows belongs to a message of this engine</source>
        <translation>没有一行属于本引擎的消息</translation>
    </message>
    <message>
        <source>something was seen once; it is read again</source>
        <translation>发现一次异常，正在重新读取</translation>
    </message>
    <message>
        <source>lowest is %1, user %2</source>
        <translation>最低为 %1，用户 %2</translation>
    </message>
    <message>
        <source>no accounts</source>
        <translation>没有账户</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>so many of so many are right</comment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>0 of %Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行中有 0 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>0 of %Ln booking(s)</source>
        <translation>
            <numerusform>%Ln 笔流水中有 0 笔</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) unknown, which is not a pass.</source>
        <translation>
            <numerusform>%n 项检查结果未知，未知不算通过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %Ln message(s)</source>
        <translation>
            <numerusform>全部 %Ln 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln message(s)</source>
        <translation>
            <numerusform>最近 %Ln 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not proven: %n thing(s) are not as they must be.</source>
        <translation>
            <numerusform>未能证明：有 %n 项不符合要求。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not proven: %1 is missing since %2.</source>
        <translation>未能证明：自 %2 起缺少 %1。</translation>
    </message>
    <message>
        <source>Not proven: %1 too much since %2.</source>
        <translation>未能证明：自 %2 起多出 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Not proven: %n check(s) could not be made, and unknown is not a pass.</source>
        <translation>
            <numerusform>未能证明：有 %n 项检查无法进行，未知不算通过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Total + in flight is constant</source>
        <translation>总额加在途不变</translation>
    </message>
    <message>
        <source>No balance is below zero</source>
        <translation>没有余额低于零</translation>
    </message>
    <message>
        <source>Every succeed message has its rows</source>
        <translation>成功的消息都有记录</translation>
    </message>
    <message>
        <source>Every failed message has none</source>
        <translation>失败的消息都没有记录</translation>
    </message>
    <message>
        <source>No barrier row without a message</source>
        <translation>没有无主的屏障行</translation>
    </message>
    <message>
        <source>Nothing is applied twice</source>
        <translation>没有重复入账</translation>
    </message>
    <message>
        <source>Each booking has its barrier row</source>
        <translation>每笔记账都有屏障行</translation>
    </message>
    <message>
        <source>Each credit has its debit</source>
        <translation>每笔入账都有扣款</translation>
    </message>
    <message>
        <source>True</source>
        <comment>verdict on what must hold</comment>
        <translation>成立</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>verdict on what must hold</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>False</source>
        <comment>verdict on what must hold</comment>
        <translation>不成立</translation>
    </message>
    <message>
        <source>%1; expected %2</source>
        <translation>%1；应为 %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Agrees</source>
        <comment>a message with its barrier row</comment>
        <translation>一致</translation>
    </message>
    <message>
        <source>Differs</source>
        <comment>a message from its barrier row</comment>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>the message is not settled</comment>
        <translation>未定</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>whether message and row agree</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>Exempt</source>
        <comment>a person overrode the message</comment>
        <translation>豁免</translation>
    </message>
    <message>
        <source>debit committed</source>
        <translation>扣款已提交</translation>
    </message>
    <message>
        <source>applied once</source>
        <translation>已执行一次</translation>
    </message>
    <message>
        <source>fenced: nothing can follow</source>
        <translation>已隔离：不会再有后续</translation>
    </message>
    <message>
        <source>no row yet</source>
        <translation>还没有记录</translation>
    </message>
    <message>
        <source>no row, as it must be</source>
        <translation>没有记录，正应如此</translation>
    </message>
    <message>
        <source>its service keeps its rows at neither bank</source>
        <translation>其服务的记录不在这两家银行</translation>
    </message>
    <message>
        <source>the bank could not be read</source>
        <translation>无法读取该银行</translation>
    </message>
    <message>
        <source>%1, sent again by a person</source>
        <translation>%1，由人工重新发送</translation>
    </message>
    <message>
        <source>%1, overridden by a person</source>
        <translation>%1，由人工干预</translation>
    </message>
    <message>
        <source>Naive transfer %1 debited user %2 and never credited user %3.</source>
        <translation>朴素转账 %1 扣了用户 %2 的款，却从未给用户 %3 入账。</translation>
    </message>
    <message>
        <source>Naive transfer %1 from user %2 credited user %3 twice.</source>
        <translation>朴素转账 %1（来自用户 %2）给用户 %3 入账了两次。</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>丢失 %1</translation>
    </message>
    <message>
        <source>All money accounted for.</source>
        <translation>资金账实相符。</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) hold</source>
        <translation>
            <numerusform>%n 项检查成立</numerusform>
        </translation>
    </message>
    <message>
        <source>banks read at %1</source>
        <translation>银行读取于 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more check(s) false.</source>
        <translation>
            <numerusform>另有 %n 项不成立。</numerusform>
        </translation>
    </message>
    <message>
        <source>Summing up the journal of %1.</source>
        <translation>正在汇总 %1 的流水。</translation>
    </message>
    <message>
        <source>Summing up the journal of %1: %2 of about %3 bookings.</source>
        <translation>正在汇总 %1 的流水：约 %3 笔中的 %2 笔。</translation>
    </message>
    <message>
        <source>Reading the engine&apos;s newest messages: %1 so far.</source>
        <translation>正在读取引擎最新的消息：已读 %1 条。</translation>
    </message>
    <message>
        <source>Reading the barrier rows and bookings of %1.</source>
        <translation>正在读取 %1 的屏障行和流水。</translation>
    </message>
</context>
<context>
    <name>ui::ProofExport</name>
    <message>
        <source>In flight</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总额</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应有</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Two-phase transfers</source>
        <translation>二阶段转账</translation>
    </message>
    <message>
        <source>Naive transfers</source>
        <translation>朴素转账</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Read at %1 from %2 and %3; messages of %4.</source>
        <translation>于 %1 读取自 %2 和 %3；消息来自 %4。</translation>
    </message>
    <message>
        <source>Naive transfers that lost money</source>
        <translation>丢了钱的朴素转账</translation>
    </message>
    <message>
        <source>Exempt from the checks</source>
        <translation>不参加检查</translation>
    </message>
</context>
<context>
    <name>ui::ProofPage</name>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>open what happened</source>
        <translation>查看经过</translation>
    </message>
    <message>
        <source>naive transfer %1, user %2 → user %3</source>
        <translation>朴素转账 %1，用户 %2 → 用户 %3</translation>
    </message>
    <message>
        <source>No closed pair of banks</source>
        <translation>没有一对封闭的银行</translation>
    </message>
    <message>
        <source>Name, in the connection of the bank that sends, the bank that its transfers go to.</source>
        <translation>请在付款银行的连接里指明其转账去往的银行。</translation>
    </message>
    <message>
        <source>Open Connections</source>
        <translation>打开连接</translation>
    </message>
    <message>
        <source>Write what is shown to a file</source>
        <translation>将显示的内容写入文件</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>还没有结果。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>The store and both banks are being read.</source>
        <translation>正在读取存储和两家银行。</translation>
    </message>
    <message numerus="yes">
        <source>%n invariant(s)</source>
        <translation>
            <numerusform>%n 个不变量</numerusform>
        </translation>
    </message>
    <message>
        <source>checked %1 ago</source>
        <translation>%1前核对</translation>
    </message>
    <message>
        <source>Export Report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Web page (*.html);;JSON (*.json)</source>
        <comment>kinds of files; keep what stands in brackets</comment>
        <translation>网页 (*.html);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Not exported: %1</source>
        <translation>未导出：%1</translation>
    </message>
    <message>
        <source>Pair of banks</source>
        <translation>一对银行</translation>
    </message>
    <message>
        <source>Put Things Right…</source>
        <translation>纠正…</translation>
    </message>
    <message>
        <source>What naive transfers lost, and how it is made up for</source>
        <translation>朴素转账丢失了什么，以及如何补上</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Read store and banks again; while this page is open that happens every few seconds</source>
        <translation>重新读取存储和银行；此页打开时每隔几秒自动进行</translation>
    </message>
    <message>
        <source>Total over time</source>
        <translation>总额走势</translation>
    </message>
    <message>
        <source>Total of both banks over time</source>
        <translation>两家银行的总额走势</translation>
    </message>
    <message>
        <source>A password is needed</source>
        <translation>需要密码</translation>
    </message>
    <message>
        <source>It is not in the keychain of this computer, or may not be read there.</source>
        <translation>本机的密钥环里没有它，或不允许读取。</translation>
    </message>
    <message>
        <source>Enter Password…</source>
        <translation>输入密码…</translation>
    </message>
</context>
<context>
    <name>ui::ProtocolPainter</name>
    <message>
        <source>only if no
submit came</source>
        <extracomment>below &quot;Checkback&quot; in the picture of the protocol</extracomment>
        <translation>仅在 submit
未到时</translation>
    </message>
    <message>
        <source>barrier, debit</source>
        <translation>屏障行、扣款</translation>
    </message>
    <message>
        <source>GET checkback</source>
        <translation>GET 回查</translation>
    </message>
    <message>
        <source>barrier row</source>
        <translation>屏障行</translation>
    </message>
    <message>
        <source>credit, commit</source>
        <translation>入账、提交</translation>
    </message>
    <message>
        <source>Bank A</source>
        <translation>银行 A</translation>
    </message>
    <message>
        <source>Bank B</source>
        <translation>银行 B</translation>
    </message>
</context>
<context>
    <name>ui::ReconciliationModel</name>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Message says</source>
        <comment>the state of a message</comment>
        <translation>消息状态</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Bank&apos;s row says</source>
        <translation>银行记录</translation>
    </message>
</context>
<context>
    <name>ui::RecordingDialog</name>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Recorded Scenario</source>
        <translation>录制的场景</translation>
    </message>
    <message>
        <source>What you did, as a scenario</source>
        <translation>把您的操作写成场景</translation>
    </message>
    <message>
        <source>Each action is a scene. Rewrite the captions in both languages: they are what is read while it is played.</source>
        <translation>每个操作是一个片段。请用两种语言改写字幕：播放时读的就是它们。</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Caption, English</source>
        <translation>字幕（英文）</translation>
    </message>
    <message>
        <source>Caption, Chinese</source>
        <translation>字幕（中文）</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Title, English</source>
        <translation>标题（英文）</translation>
    </message>
    <message>
        <source>Title, Chinese</source>
        <translation>标题（中文）</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Nothing was sent while it recorded: a scenario needs a transfer.</source>
        <translation>录制期间没有发送转账：场景需要一笔转账。</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) have not ended yet: the scenario waits for them.</source>
        <translation>
            <numerusform>还有 %n 笔转账没有结束：场景要等它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save Scenario</source>
        <translation>保存场景</translation>
    </message>
    <message>
        <source>Scenarios (*.txt)</source>
        <translation>场景 (*.txt)</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
    <message>
        <source>A fault that lets some passes by struck one of several transfers: it was chance which, and the scenario would end in another way. Record again with one transfer at a time, or arm the fault to strike once or a number of times.</source>
        <translation>一个会放过部分步骤的故障击中了几笔转账中的一笔：击中哪一笔是偶然的，场景的结局会不同。请重新录制：每次只发一笔转账，或把故障设置为触发一次或若干次。</translation>
    </message>
    <message>
        <source>Several transfers were under way at a crash that struck none of them, or at more than one crash: it was chance how far each had come, and the scenario would end in another way. Record again with one crash, and wait for the transfers before it.</source>
        <translation>崩溃发生时有几笔转账正在进行，而崩溃没有击中其中任何一笔，或者崩溃不止一次：各笔进行到哪一步是偶然的，场景的结局会不同。请重新录制：只让程序崩溃一次，并等之前的转账结束。</translation>
    </message>
</context>
<context>
    <name>ui::RecordingMoments</name>
    <message>
        <source>Coordinator</source>
        <translation>协调器</translation>
    </message>
    <message>
        <source>Second coordinator</source>
        <translation>第二个协调器</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>发送方</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>接收方</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>checkback</source>
        <translation>回查</translation>
    </message>
    <message>
        <source>credit</source>
        <translation>入账</translation>
    </message>
    <message>
        <source>Not as expected: %1</source>
        <translation>与预期不符：%1</translation>
    </message>
    <message>
        <source>The sender is asked for a transfer</source>
        <translation>请求发送方转账</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <extracomment>who asks, whom, for what</extracomment>
        <translation>%1 → %2：%3</translation>
    </message>
    <message>
        <source>Whoever asked for the transfer gets no answer</source>
        <translation>请求转账的一方没有得到应答</translation>
    </message>
    <message>
        <source>The sender answers: %1</source>
        <translation>发送方应答：%1</translation>
    </message>
    <message>
        <source>%1 → %2: no answer (%3)</source>
        <translation>%1 → %2：没有应答（%3）</translation>
    </message>
    <message>
        <source>%1 → %2: %3 answered %4</source>
        <translation>%1 → %2：对%3应答 %4</translation>
    </message>
    <message>
        <source>The sender&apos;s bank commits %1, with its barrier row</source>
        <translation>发送方银行提交 %1，连同屏障行</translation>
    </message>
    <message>
        <source>The receiver&apos;s bank commits %1, with its barrier row</source>
        <translation>接收方银行提交 %1，连同屏障行</translation>
    </message>
    <message>
        <source>The checkback fences: the debit can no longer be committed</source>
        <translation>回查写入隔离行：扣款不能再提交</translation>
    </message>
    <message>
        <source>%1: the program crashes</source>
        <translation>%1：程序崩溃</translation>
    </message>
    <message>
        <source>%1: the program is killed</source>
        <translation>%1：程序被强制终止</translation>
    </message>
    <message>
        <source>%1: the program runs again</source>
        <translation>%1：程序重新运行</translation>
    </message>
    <message>
        <source>A fault strikes: %1, %2</source>
        <translation>故障触发：%1，%2</translation>
    </message>
    <message>
        <source>The message is now: %1</source>
        <translation>消息状态变为：%1</translation>
    </message>
    <message>
        <source>The coordinator does not know the message</source>
        <translation>协调器不认识这条消息</translation>
    </message>
    <message>
        <source>The end: every invariant holds</source>
        <translation>结束：所有不变量都成立</translation>
    </message>
    <message>
        <source>The end: not everything is as it must be</source>
        <translation>结束：并非一切如其所应</translation>
    </message>
</context>
<context>
    <name>ui::RecordingSequence</name>
    <message>
        <source>nothing</source>
        <translation>无动作</translation>
    </message>
    <message>
        <source>Bank A</source>
        <translation>银行 A</translation>
    </message>
    <message>
        <source>Bank B</source>
        <translation>银行 B</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>answered in its place</source>
        <translation>由替身应答</translation>
    </message>
    <message>
        <source>commit</source>
        <extracomment>the sender&apos;s local transaction, with its barrier row</extracomment>
        <translation>本地提交</translation>
    </message>
    <message>
        <source>barrier row</source>
        <translation>屏障行</translation>
    </message>
    <message>
        <source>fence</source>
        <extracomment>a checkback writes the sender&apos;s barrier row first, so that a late commit must fail</extracomment>
        <translation>隔离</translation>
    </message>
    <message>
        <source>crash</source>
        <extracomment>a program died by itself; a program was ended from outside</extracomment>
        <translation>崩溃</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>被终止</translation>
    </message>
    <message>
        <source>prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>checkback</source>
        <translation>回查</translation>
    </message>
    <message>
        <source>credit</source>
        <translation>入账</translation>
    </message>
    <message>
        <source>%1 · try %2</source>
        <extracomment>a call that is made again: its name and how often it was tried</extracomment>
        <translation>%1 · 第 %2 次</translation>
    </message>
    <message>
        <source>runs again</source>
        <translation>恢复运行</translation>
    </message>
    <message>
        <source>locked</source>
        <extracomment>the accounts of a bank&apos;s database</extracomment>
        <translation>被锁住</translation>
    </message>
    <message>
        <source>free again</source>
        <translation>已解锁</translation>
    </message>
    <message>
        <source>second coordinator: %1</source>
        <translation>第二个协调器：%1</translation>
    </message>
    <message>
        <source>submit lost</source>
        <extracomment>a fault; the step does not happen</extracomment>
        <translation>提交丢失</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>held up</source>
        <extracomment>a fault; the step happens later</extracomment>
        <translation>被拖延</translation>
    </message>
    <message>
        <source>answer lost</source>
        <translation>应答丢失</translation>
    </message>
    <message>
        <source>sent twice</source>
        <translation>发送两次</translation>
    </message>
    <message>
        <source>held</source>
        <translation>被暂停</translation>
    </message>
    <message>
        <source>database: %1</source>
        <extracomment>%1: &quot;killed&quot;, &quot;runs again&quot;</extracomment>
        <translation>数据库：%1</translation>
    </message>
</context>
<context>
    <name>ui::ReplayPane</name>
    <message>
        <source>It runs.</source>
        <translation>正在运行。</translation>
    </message>
    <message>
        <source>Replaying…</source>
        <translation>正在重演…</translation>
    </message>
    <message>
        <source>It cannot be replayed: %1</source>
        <translation>无法重演：%1</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>%1 of the message&apos;s time passed in %2.</source>
        <translation>消息的 %1 在 %2 内走完。</translation>
    </message>
    <message>
        <source>Runs the same message on an engine of its own in a folder that is removed afterwards. Sender and receivers are played: each call gets the answer that the record has for it, and the clock leaps over the waits. Your store, your banks and the recorded URLs are not touched.</source>
        <translation>在独立的引擎上、在用后即删的文件夹里运行同一条消息。发送方和接收方由程序扮演：每次调用得到记录中的应答，时钟跳过等待。您的存储、您的银行和记录中的 URL 都不会被触及。</translation>
    </message>
    <message>
        <source>Replay on the Embedded Engine</source>
        <translation>在内嵌引擎上重演</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Replayed</source>
        <translation>重演</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The record beside its replay</source>
        <translation>记录与重演对照</translation>
    </message>
    <message>
        <source>Branches done</source>
        <translation>已完成的分支</translation>
    </message>
    <message>
        <source>Answers kept</source>
        <translation>留存的应答</translation>
    </message>
</context>
<context>
    <name>ui::RequestLine</name>
    <message>
        <source>%1: refused. %2</source>
        <translation>%1：被拒绝。%2</translation>
    </message>
    <message>
        <source>requested</source>
        <translation>已请求</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>observed: %1, attempts %2</source>
        <translation>已确认：%1，尝试 %2 次</translation>
    </message>
</context>
<context>
    <name>ui::ResentLinks</name>
    <message>
        <source>Resent from %1.</source>
        <extracomment>%1: link to the message that this one repeats</extracomment>
        <translation>由 %1 重发而来。</translation>
    </message>
    <message>
        <source>Sent again as %1.</source>
        <extracomment>%1: links to the messages that repeat the same</extracomment>
        <translation>又以 %1 重发。</translation>
    </message>
    <message>
        <source> </source>
        <comment>between two sentences</comment>
        <translation></translation>
    </message>
    <message>
        <source>Messages with the same content</source>
        <translation>内容相同的消息</translation>
    </message>
</context>
<context>
    <name>ui::ResultsModel</name>
    <message>
        <source>again in %1</source>
        <translation>%1后重试</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>#</source>
        <comment>number of a transfer in its run</comment>
        <translation>#</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Time to succeed</source>
        <translation>成功耗时</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>what became of a naive transfer</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>naive</source>
        <comment>a transfer without a message</comment>
        <translation>朴素</translation>
    </message>
    <message>
        <source>nobody will find out: %1</source>
        <translation>无人会去查明：%1</translation>
    </message>
    <message>
        <source>No answer</source>
        <comment>to a transfer that was sent</comment>
        <translation>无应答</translation>
    </message>
    <message>
        <source>nothing moved: %1</source>
        <translation>资金未动：%1</translation>
    </message>
    <message>
        <source>asked back in %1</source>
        <translation>%1后回查</translation>
    </message>
</context>
<context>
    <name>ui::RowsThen</name>
    <message>
        <source>Fenced: can no longer be committed</source>
        <translation>已隔离：不能再提交</translation>
    </message>
    <message>
        <source>Debit committed</source>
        <translation>扣款已提交</translation>
    </message>
    <message>
        <source>Credit applied, once</source>
        <translation>入账已执行一次</translation>
    </message>
    <message>
        <source>%1, written by this event</source>
        <translation>%1，由此事件写入</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Op</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>含义</translation>
    </message>
</context>
<context>
    <name>ui::RunCard</name>
    <message>
        <source>This run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>Fault points</source>
        <translation>故障点</translation>
    </message>
</context>
<context>
    <name>ui::SaveCaseDialog</name>
    <message>
        <source>Leave out payloads and answers</source>
        <translation>不写入载荷和应答</translation>
    </message>
    <message>
        <source>Save Case</source>
        <translation>保存案例</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose File…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Save message %1 as a case</source>
        <translation>把消息 %1 保存为案例</translation>
    </message>
    <message>
        <source>One file holds the message with its attempts, its barrier rows at both banks, the balances that it moves and what people did about it. It can be opened on another computer, where nothing is called.</source>
        <translation>一个文件包含这条消息、它的尝试、两家银行的屏障行、它所变动的余额，以及人对它做过的操作。可以在另一台电脑上打开，不会发出任何调用。</translation>
    </message>
    <message>
        <source>Values of headers, and passwords and tokens in URLs, payloads, answers and reasons are masked. The file is for you alone (mode 0600).</source>
        <translation>请求头的值，以及 URL、载荷、应答和原因中的密码与令牌都会被遮盖。文件只有您可读（权限 0600）。</translation>
    </message>
</context>
<context>
    <name>ui::ScenarioActions</name>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Step by Line</source>
        <translation>逐行单步</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Run All</source>
        <translation>全部运行</translation>
    </message>
    <message>
        <source>Open Scenario File…</source>
        <translation>打开场景文件…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>All programs of the story stand still</source>
        <translation>场景的所有程序都停住不动</translation>
    </message>
    <message>
        <source>Plays the chosen scenario</source>
        <translation>播放选中的场景</translation>
    </message>
    <message>
        <source>It is being played: pause it first</source>
        <translation>正在播放：请先暂停</translation>
    </message>
    <message>
        <source>Plays up to the next caption, then pauses</source>
        <translation>播放到下一条字幕，然后暂停</translation>
    </message>
    <message>
        <source>Plays one line of the file, then pauses</source>
        <translation>播放文件中的一行，然后暂停</translation>
    </message>
    <message>
        <source>Ends the story and all its programs</source>
        <translation>结束场景及其所有程序</translation>
    </message>
    <message>
        <source>Nothing is being played</source>
        <translation>没有正在播放的场景</translation>
    </message>
    <message>
        <source>Plays all scenarios, one after the other</source>
        <translation>依次播放所有场景</translation>
    </message>
    <message>
        <source>One is being played: stop it first</source>
        <translation>正在播放一个场景：请先停止</translation>
    </message>
    <message>
        <source>Adds a scenario of your own to the list</source>
        <translation>把您自己的场景加入列表</translation>
    </message>
    <message>
        <source>Stop Recording…</source>
        <translation>停止录制…</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>Shows what was recorded, to be saved as a scenario</source>
        <translation>显示录制的内容，以便保存为场景</translation>
    </message>
    <message>
        <source>Notes the transfers you send and the faults you arm, on any page, as a scenario</source>
        <translation>把您在任意页面发送的转账和设置的故障记为一个场景</translation>
    </message>
</context>
<context>
    <name>ui::ScenarioLab</name>
    <message>
        <source>%1: %2</source>
        <extracomment>a scenario and how it stands: &quot;The submit is lost: running, step 2 of 4&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Open Scenario File</source>
        <translation>打开场景文件</translation>
    </message>
    <message>
        <source>Scenarios (*.txt);;All files (*)</source>
        <translation>场景 (*.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The scenario cannot be read</source>
        <translation>无法读取该场景</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Read Again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>After the file was corrected</source>
        <translation>在文件改正之后</translation>
    </message>
    <message numerus="yes">
        <source>Recording a scenario: %n action(s)</source>
        <translation>
            <numerusform>正在录制场景：%n 个操作</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ScenarioList</name>
    <message>
        <source>%1 of %2 hold</source>
        <translation>%2 个中 %1 个成立</translation>
    </message>
    <message>
        <source>No scenario can be played</source>
        <translation>无法播放场景</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
</context>
<context>
    <name>ui::ScenarioPlayer</name>
    <message>
        <source>Scenarios are played on programs of their own: checkbackd is not at %1.</source>
        <translation>场景在自己的程序上播放：%1 处没有 checkbackd。</translation>
    </message>
    <message>
        <source>This scenario is being played.</source>
        <translation>该场景正在播放。</translation>
    </message>
</context>
<context>
    <name>ui::ScenarioWords</name>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>waits its turn</source>
        <translation>等待轮到</translation>
    </message>
    <message>
        <source>its programs start</source>
        <translation>正在启动程序</translation>
    </message>
    <message>
        <source>running, %1</source>
        <translation>运行中，%1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>paused, %1</source>
        <translation>已暂停，%1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>how long, what came of it</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>broken at %1</source>
        <translation>不成立，%1</translation>
    </message>
    <message>
        <source>stopped by you after %1</source>
        <translation>%1后由您停止</translation>
    </message>
    <message>
        <source>could not be started</source>
        <translation>无法启动</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>no debit, no credit</source>
        <translation>没有扣款，没有入账</translation>
    </message>
    <message>
        <source>credited once</source>
        <translation>入账一次</translation>
    </message>
    <message>
        <source>Run it, or go through it caption by caption.</source>
        <translation>运行它，或逐条字幕地看。</translation>
    </message>
    <message>
        <source>Stopped; nothing was judged.</source>
        <translation>已停止；没有作出判定。</translation>
    </message>
    <message>
        <source>Paused: its programs stand still.</source>
        <translation>已暂停：它的程序停住不动。</translation>
    </message>
    <message>
        <source>A coordinator and two banks start, each a program of its own.</source>
        <translation>一个协调器和两家银行正在启动，各是一个独立的程序。</translation>
    </message>
    <message numerus="yes">
        <source>All %n invariant(s) hold, by the banks&apos; own rows.</source>
        <translation>
            <numerusform>依据银行自己的数据行，全部 %n 个不变量成立。</numerusform>
        </translation>
    </message>
    <message>
        <source>An invariant is broken: see the evidence.</source>
        <translation>有不变量不成立：请看证据。</translation>
    </message>
    <message>
        <source>Nothing is booked twice</source>
        <translation>没有重复记账</translation>
    </message>
    <message>
        <source>Each booking has its barrier row</source>
        <translation>每笔记账都有屏障行</translation>
    </message>
    <message>
        <source>No balance is below zero</source>
        <translation>没有余额低于零</translation>
    </message>
    <message>
        <source>Each credit has its debit</source>
        <translation>每笔入账都有扣款</translation>
    </message>
    <message>
        <source>The total is what it was</source>
        <translation>总额不变</translation>
    </message>
    <message>
        <source>Each message has ended</source>
        <translation>每条消息都已结束</translation>
    </message>
    <message>
        <source>The books agree with the messages</source>
        <translation>账目与消息一致</translation>
    </message>
    <message>
        <source>checkback found the row</source>
        <translation>回查找到了那一行</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s), credited once</source>
        <translation>
            <numerusform>调用 %n 次，入账一次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SceneBar</name>
    <message>
        <source>Steps of the story</source>
        <translation>场景的步骤</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s), none begun</source>
        <translation>
            <numerusform>%n 步，尚未开始</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message>
        <source>Settings take effect at once, limits of the engine with Apply</source>
        <translation>设置立即生效，引擎的限制在按“应用”后生效</translation>
    </message>
</context>
<context>
    <name>ui::SqlCard</name>
    <message>
        <source>%1 rows read · repeatable read · %2</source>
        <extracomment>how many rows of the banks a check has read · the isolation of its transactions · how long this took</extracomment>
        <translation>读取 %1 行 · 可重复读 · %2</translation>
    </message>
    <message>
        <source>Open message %1</source>
        <translation>打开消息 %1</translation>
    </message>
    <message>
        <source>SQL used</source>
        <translation>所用 SQL</translation>
    </message>
    <message>
        <source>one snapshot per bank</source>
        <translation>每家银行一个快照</translation>
    </message>
    <message>
        <source>Copy the SQL</source>
        <translation>复制 SQL</translation>
    </message>
    <message>
        <source>What is wrong; Enter opens the message</source>
        <translation>不符之处；按 Enter 打开消息</translation>
    </message>
</context>
<context>
    <name>ui::SqlDialog</name>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>What this page was read with</source>
        <translation>本页数据的读取语句</translation>
    </message>
    <message>
        <source>These statements only read. Run them in a client of your own to check the figures.</source>
        <translation>这些语句只读不写。可以在自己的客户端里执行，核对数字。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ui::StageWords</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Reach</source>
        <comment>a step of a connection test: the server is reached</comment>
        <translation>连通</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>a step of a test that is to come</comment>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>a step of a test</comment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Passed</source>
        <comment>a step of a test</comment>
        <translation>通过</translation>
    </message>
    <message>
        <source>Look</source>
        <comment>a step of a test that passed, with something worth a look</comment>
        <translation>留意</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>a step of a test</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Not tried</source>
        <comment>a step of a test</comment>
        <translation>未尝试</translation>
    </message>
    <message>
        <source>The name has no address: %1</source>
        <translation>该名称没有地址：%1</translation>
    </message>
    <message>
        <source>There is no file %1</source>
        <translation>没有文件 %1</translation>
    </message>
    <message>
        <source>The server greets: %1</source>
        <translation>服务器应答：%1</translation>
    </message>
    <message>
        <source>The engine answers: version %1</source>
        <translation>引擎应答：版本 %1</translation>
    </message>
    <message>
        <source>The engine works with another store: %1</source>
        <translation>引擎使用的是另一个存储：%1</translation>
    </message>
    <message>
        <source>The engine does not answer: %1</source>
        <translation>引擎没有应答：%1</translation>
    </message>
    <message>
        <source>No connection: %1</source>
        <translation>没有连接：%1</translation>
    </message>
    <message>
        <source>Connected, but the server said nothing for %1 s</source>
        <translation>已连接，但服务器 %1 秒内没有应答</translation>
    </message>
    <message>
        <source>The server turned the connection away: %1</source>
        <translation>服务器拒绝了连接：%1</translation>
    </message>
    <message>
        <source>What answers there is not MySQL or MariaDB</source>
        <translation>那里应答的不是 MySQL 或 MariaDB</translation>
    </message>
    <message>
        <source>%1, certificate of %2</source>
        <translation>%1，证书属于 %2</translation>
    </message>
    <message>
        <source>%1, but who answers is not proven: %2</source>
        <translation>%1，但应答者的身份未经证实：%2</translation>
    </message>
    <message>
        <source>The server offers none</source>
        <translation>服务器不提供</translation>
    </message>
    <message>
        <source>Off, though the server offers it</source>
        <translation>未启用，而服务器支持加密</translation>
    </message>
    <message>
        <source>The server offers none, and this connection demands it</source>
        <translation>服务器不提供加密，而此连接要求加密</translation>
    </message>
    <message>
        <source>%1, but the certificate does not hold: %2</source>
        <translation>%1，但证书不成立：%2</translation>
    </message>
    <message>
        <source>No certificate of an authority can be read from %1</source>
        <translation>无法从 %1 读取签发机构的证书</translation>
    </message>
    <message>
        <source>The handshake failed: %1</source>
        <translation>握手失败：%1</translation>
    </message>
    <message>
        <source>Opened for reading</source>
        <translation>已打开供读取</translation>
    </message>
    <message>
        <source>Logged in as %1</source>
        <translation>以 %1 登录</translation>
    </message>
    <message numerus="yes">
        <source>All tables are there, with %n account(s)</source>
        <translation>
            <numerusform>所有表都在，共 %n 个账户</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>缺少：%1</translation>
    </message>
    <message>
        <source>The tables cannot be read: %1</source>
        <translation>无法读取数据表：%1</translation>
    </message>
    <message>
        <source>The messages are there: %1</source>
        <translation>消息保存在：%1</translation>
    </message>
    <message>
        <source>Empty: the tables are made when the engine first works with it</source>
        <translation>为空：引擎首次使用它时会创建表</translation>
    </message>
    <message>
        <source>Enough to look, not to book: %1 missing</source>
        <translation>足以查看，不足以记账：缺少 %1</translation>
    </message>
    <message>
        <source>The user may also %1</source>
        <translation>该用户还可以 %1</translation>
    </message>
    <message>
        <source>Check the spelling of the host and the name service of this computer.</source>
        <translation>请检查主机的拼写和本机的域名服务。</translation>
    </message>
    <message>
        <source>Check the path, or create the example tables: that makes the file.</source>
        <translation>请检查路径，或创建示例表：这样会建立该文件。</translation>
    </message>
    <message>
        <source>End Checkback and start it again; the messages are on disk.</source>
        <translation>请退出 Checkback 再启动；消息已在磁盘上。</translation>
    </message>
    <message>
        <source>Check host and port, whether the server runs, and the firewall in between.</source>
        <translation>请检查主机和端口、服务器是否在运行，以及中间的防火墙。</translation>
    </message>
    <message>
        <source>The machine is there, the server on it does not answer: it may be stopped, full or overloaded. Look at it there.</source>
        <translation>机器在，但其上的服务器没有应答：可能被停住、已满或过载。请到那里查看。</translation>
    </message>
    <message>
        <source>The server&apos;s words say why: too many connections, or this computer is blocked.</source>
        <translation>服务器的说明给出了原因：连接过多，或本机被屏蔽。</translation>
    </message>
    <message>
        <source>Check the port: another program listens there.</source>
        <translation>请检查端口：那里监听的是另一个程序。</translation>
    </message>
    <message>
        <source>Choose “Encrypted, certificate checked” with the file of the server&apos;s authority; else use it in a network that you trust only.</source>
        <translation>请选择“加密传输并校验证书”，并指定服务器证书签发机构的文件；否则只能在可信的网络中使用。</translation>
    </message>
    <message>
        <source>Balances travel unencrypted: use it in a network that you trust only.</source>
        <translation>余额以未加密方式传输：请只在可信的网络中使用。</translation>
    </message>
    <message>
        <source>Turn encryption on: all travels in the clear.</source>
        <translation>请开启加密：现在一切都以明文传输。</translation>
    </message>
    <message>
        <source>Give the server a certificate (ssl_cert, ssl_key), or turn encryption off in a network that you trust.</source>
        <translation>请给服务器配置证书（ssl_cert、ssl_key），或者在可信的网络中关闭加密。</translation>
    </message>
    <message>
        <source>Name the file of the authority that signed the server&apos;s certificate. If that is the one named, somebody else may answer in the server&apos;s place: do not log in.</source>
        <translation>请指定签发服务器证书的机构的文件。如果指定的就是它，可能有人在冒充服务器应答：请不要登录。</translation>
    </message>
    <message>
        <source>Name a PEM file that this user may read.</source>
        <translation>请指定一个当前用户可以读取的 PEM 文件。</translation>
    </message>
    <message>
        <source>Check the certificate and the TLS versions of the server.</source>
        <translation>请检查服务器的证书和 TLS 版本。</translation>
    </message>
    <message>
        <source>Check user, password and database, and that the user may log in from this computer.</source>
        <translation>请检查用户、密码和数据库，以及该用户是否可以从本机登录。</translation>
    </message>
    <message>
        <source>Choose another database, or create the example tables.</source>
        <translation>请选择另一个数据库，或创建示例表。</translation>
    </message>
    <message>
        <source>Grant SELECT on the three tables, or check their columns.</source>
        <translation>请授予三张表的 SELECT 权限，或检查它们的列。</translation>
    </message>
    <message>
        <source>It is tried again by itself; the engine&apos;s words say what is missing.</source>
        <translation>会自动重试；引擎的说明指出缺少什么。</translation>
    </message>
    <message>
        <source>Grant them if transfers are to be made here; else choose the safety level Read-only.</source>
        <translation>如要在此转账请授予这些权限；否则请选择安全级别“只读”。</translation>
    </message>
    <message>
        <source>Ask the database&apos;s administrator for these rights.</source>
        <translation>请向数据库管理员申请这些权限。</translation>
    </message>
    <message>
        <source>The console opens it for reading only; a user with SELECT alone would be safer still.</source>
        <translation>控制台只以只读方式打开；使用只有 SELECT 权限的用户会更安全。</translation>
    </message>
    <message>
        <source>The rights could not be looked up; reading works.</source>
        <translation>无法查询权限；读取正常。</translation>
    </message>
    <message>
        <source>Logged in as %1; the server&apos;s clock is %2 ahead</source>
        <translation>已以 %1 登录；服务器时钟快 %2</translation>
    </message>
    <message>
        <source>Logged in as %1; the server&apos;s clock is %2 behind</source>
        <translation>已以 %1 登录；服务器时钟慢 %2</translation>
    </message>
    <message>
        <source>Have a time service (NTP) keep the clocks of the server and of this computer: times of rows are the server&apos;s.</source>
        <translation>请用时间服务（NTP）同步服务器与本机的时钟：各行的时间以服务器为准。</translation>
    </message>
</context>
<context>
    <name>ui::StagesModel</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Took</source>
        <extracomment>how long a step took</extracomment>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
</context>
<context>
    <name>ui::StartFailure</name>
    <message>
        <source>Another program works on the folder %1. End it, or start Checkback with another --data-dir.</source>
        <translation>另一个程序正在使用文件夹 %1。请结束它，或用另一个 --data-dir 启动 Checkback。</translation>
    </message>
    <message>
        <source>The data folder is in use</source>
        <translation>数据文件夹正在使用中</translation>
    </message>
    <message>
        <source>Checkback cannot open its store</source>
        <translation>Checkback 无法打开其存储</translation>
    </message>
    <message>
        <source>Checkback</source>
        <translation>Checkback</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing in the folder %1 was changed. The engine&apos;s words below say what helps; another --data-dir starts on another folder.</source>
        <translation>文件夹 %1 中的内容未被改动。下方引擎的说明给出解决办法；用另一个 --data-dir 可在其他文件夹上启动。</translation>
    </message>
</context>
<context>
    <name>ui::StatusStrip</name>
    <message>
        <source>Live · updated %1 s ago</source>
        <translation>实时 · %1 秒前更新</translation>
    </message>
    <message>
        <source>Money: cannot be told yet</source>
        <translation>资金：尚无法得知</translation>
    </message>
    <message>
        <source>Missing %1</source>
        <translation>缺失 %1</translation>
    </message>
    <message>
        <source>Too much: %1</source>
        <translation>多出 %1</translation>
    </message>
    <message>
        <source>Money accounted for</source>
        <translation>资金账实相符</translation>
    </message>
    <message>
        <source>Balances of both banks and what is in flight between them, against the total at the start</source>
        <translation>两家银行的余额与其间在途金额之和，同起始总额对照</translation>
    </message>
    <message>
        <source>Times are UTC</source>
        <translation>时间均为 UTC</translation>
    </message>
    <message>
        <source>%1 · connected</source>
        <translation>%1 · 已连接</translation>
    </message>
    <message>
        <source>Times are of this computer&apos;s zone</source>
        <translation>时间为本机时区</translation>
    </message>
    <message>
        <source>No faults armed</source>
        <translation>未设置故障</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) armed</source>
        <translation>
            <numerusform>已设置 %n 个故障</numerusform>
        </translation>
    </message>
    <message>
        <source>Failures provoked on purpose; a click opens the fault lab</source>
        <translation>故意引发的故障；点击打开故障实验室</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>未实时更新</translation>
    </message>
</context>
<context>
    <name>ui::StepBar</name>
    <message>
        <source>All %1 steps are done</source>
        <translation>全部 %1 步已完成</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>Steps of the transfer</source>
        <translation>转账步骤</translation>
    </message>
</context>
<context>
    <name>ui::StepWords</name>
    <message>
        <source>the coordinator</source>
        <translation>协调器</translation>
    </message>
    <message>
        <source>the second coordinator</source>
        <translation>第二个协调器</translation>
    </message>
    <message>
        <source>the sender</source>
        <translation>发送方</translation>
    </message>
    <message>
        <source>the receiver</source>
        <translation>接收方</translation>
    </message>
    <message>
        <source>the database server</source>
        <translation>数据库服务器</translation>
    </message>
    <message>
        <source>unknown to the coordinator</source>
        <translation>协调器不知道</translation>
    </message>
    <message>
        <source>%1: %2 from user %3 to user %4.</source>
        <translation>%1：%2，从用户 %3 到用户 %4。</translation>
    </message>
    <message>
        <source>Waits until %1 is %2, at most %3.</source>
        <translation>等到 %1 变为“%2”，最多 %3。</translation>
    </message>
    <message>
        <source>%1 pass.</source>
        <comment>so much time</comment>
        <translation>经过 %1。</translation>
    </message>
    <message>
        <source>Waits until %1 has died, at most %2.</source>
        <translation>等到%1崩溃，最多 %2。</translation>
    </message>
    <message numerus="yes">
        <source>Waits until the receiver was called %n time(s), at most %1.</source>
        <translation>
            <numerusform>等到接收方被调用 %n 次，最多 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waits until the sender was asked %n time(s), at most %1.</source>
        <translation>
            <numerusform>等到发送方被回查 %n 次，最多 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Kills %1.</source>
        <translation>强制终止%1。</translation>
    </message>
    <message>
        <source>Starts %1 again.</source>
        <translation>重新启动%1。</translation>
    </message>
    <message>
        <source>Holds the database of %1.</source>
        <translation>占用%1的数据库。</translation>
    </message>
    <message>
        <source>Lets the database of %1 go.</source>
        <translation>释放%1的数据库。</translation>
    </message>
    <message>
        <source>Answers in the place of the receiver.</source>
        <translation>代替接收方应答。</translation>
    </message>
    <message>
        <source>Answers in the place of the sender.</source>
        <translation>代替发送方应答。</translation>
    </message>
    <message>
        <source>Compares what is there with what is expected.</source>
        <translation>将实际情况与预期相比较。</translation>
    </message>
    <message>
        <source>Disarms %1.</source>
        <translation>解除%1的故障。</translation>
    </message>
    <message>
        <source>Arms faults in %1.</source>
        <translation>在%1设置故障。</translation>
    </message>
</context>
<context>
    <name>ui::StoreSwitch</name>
    <message>
        <source>“%1” does not say how many unfinished messages it holds. They stay there and go on only when it is opened again.</source>
        <translation>“%1”没有说明它有多少条未完成的消息。它们会留在那里，只有再次打开该存储时才会继续。</translation>
    </message>
    <message>
        <source>No unfinished message stays in “%1”.</source>
        <translation>“%1”中不会留下未完成的消息。</translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished message(s) stay in “%1”, kept safe, and go on only when that store is opened again; no money that was taken arrives before.</source>
        <translation>
            <numerusform>有 %n 条未完成的消息安全地留在“%1”中，只有再次打开该存储时才会继续；在此之前，已扣的款项不会到账。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished message(s) in “%1” go on at once.</source>
        <translation>
            <numerusform>“%1”中的 %n 条未完成的消息会立即继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls in flight are given some seconds to finish first. Meanwhile callers are asked to try again.</source>
        <translation>先给进行中的调用几秒钟的时间完成。在此期间，调用方会被要求重试。</translation>
    </message>
    <message>
        <source>Have the engine keep its messages in “%1”?</source>
        <translation>让引擎把消息保存在“%1”中吗？</translation>
    </message>
    <message>
        <source>Switch Store</source>
        <translation>切换存储</translation>
    </message>
    <message>
        <source>The engine stays with “%1”: %2</source>
        <translation>引擎继续使用“%1”：%2</translation>
    </message>
</context>
<context>
    <name>ui::StoryActions</name>
    <message>
        <source>One is being played: stop it first</source>
        <translation>正在播放一个：请先停止它</translation>
    </message>
    <message>
        <source>Plays this story</source>
        <translation>播放这个故事</translation>
    </message>
</context>
<context>
    <name>ui::StoryCard</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>title of a scenario, how far it is</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>35 s waits take 3 s</source>
        <translation>35 秒的等待缩短为 3 秒</translation>
    </message>
    <message>
        <source>The transfers of a scenario carry time-outs of a few seconds, as any sender may give them, in place of the usual 35 s until a checkback and 10 s until a retry. No clock is changed. Off: everything lasts up to ten times as long.</source>
        <translation>场景中的转账自带几秒的超时，任何发送方都可以这样设置，代替通常的 35 秒后回查和 10 秒后重试。时钟没有改动。关闭时：一切最多要十倍的时间。</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Show what happened</source>
        <translation>查看经过</translation>
    </message>
    <message>
        <source>What is happening</source>
        <translation>正在发生的事</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>字幕</translation>
    </message>
</context>
<context>
    <name>ui::StoryCommand</name>
    <message>
        <source>%1: every expectation and invariant holds</source>
        <translation>%1：所有预期和不变量都成立</translation>
    </message>
    <message>
        <source>%1: not everything holds. %2</source>
        <translation>%1：并非一切成立。%2</translation>
    </message>
</context>
<context>
    <name>ui::StoryHtml</name>
    <message>
        <source>Second</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Event by event</source>
        <translation>逐个事件</translation>
    </message>
    <message>
        <source>Diagram of all events; the table below has the same.</source>
        <translation>全部事件的时序图；下面的表格内容相同。</translation>
    </message>
    <message>
        <source>Told by Checkback %1</source>
        <translation>由 Checkback %1 讲述</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图</translation>
    </message>
</context>
<context>
    <name>ui::StoryScenes</name>
    <message>
        <source>the amount</source>
        <translation>款项</translation>
    </message>
    <message>
        <source>the payer</source>
        <translation>付款人</translation>
    </message>
    <message>
        <source>the receiver</source>
        <translation>收款人</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>用户 %1</translation>
    </message>
    <message>
        <source>%1 is to go from %2 to %3.</source>
        <translation>%1 要从%2 转给%3。</translation>
    </message>
    <message>
        <source>They have their accounts at two banks, each with a database of its own. The money must leave one and arrive at the other: both, or neither. A coordinator between the banks writes down what was promised.</source>
        <translation>两人的账户在两家银行，各有自己的数据库。钱必须离开一家、到达另一家：要么都发生，要么都不发生。两家银行之间的协调器记下所作的承诺。</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>asked until it answers</source>
        <translation>一直询问，直到应答</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>All money accounted for</source>
        <translation>资金账实相符</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>缺失 %1</translation>
    </message>
</context>
<context>
    <name>ui::StorySlide</name>
    <message>
        <source>program is down</source>
        <translation>程序已停止</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>− %1 debited</source>
        <translation>− %1 已扣</translation>
    </message>
    <message>
        <source>nothing debited</source>
        <translation>未扣款</translation>
    </message>
    <message>
        <source>+ %1 credited</source>
        <translation>+ %1 已入账</translation>
    </message>
    <message>
        <source>+ %1 to come</source>
        <translation>+ %1 待入账</translation>
    </message>
    <message>
        <source>nothing credited</source>
        <translation>未入账</translation>
    </message>
    <message>
        <source>nothing to come yet</source>
        <translation>尚无入账</translation>
    </message>
    <message>
        <source>nothing of it yet</source>
        <translation>还没有任何记录</translation>
    </message>
    <message>
        <source>“%1 may pay %2 %3.”</source>
        <translation>“%1 可能付给%2 %3。”</translation>
    </message>
    <message>
        <source>“%1 paid. %2 is owed %3.”</source>
        <translation>“%1 已付款。还欠%2 %3。”</translation>
    </message>
    <message>
        <source>“%1 paid. %2 has it.”</source>
        <translation>“%1 已付款。%2 已收到。”</translation>
    </message>
    <message>
        <source>“%1 did not pay.”</source>
        <translation>“%1 没有付款。”</translation>
    </message>
    <message>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Bank A</source>
        <translation>银行 A</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>用户 %1</translation>
    </message>
    <message>
        <source>Bank B</source>
        <translation>银行 B</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>某人</translation>
    </message>
</context>
<context>
    <name>ui::StoryWindow</name>
    <message>
        <source>The slide before (Left)</source>
        <translation>上一页（←）</translation>
    </message>
    <message>
        <source>This is the first one.</source>
        <translation>这是第一页。</translation>
    </message>
    <message>
        <source>The next slide (Right)</source>
        <translation>下一页（→）</translation>
    </message>
    <message>
        <source>This is the last one.</source>
        <translation>这是最后一页。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>One slide after the other (Space)</source>
        <translation>逐页播放（空格）</translation>
    </message>
    <message>
        <source>%1 – %2 of %3</source>
        <comment>title of a window: story, slide, count</comment>
        <translation>%1 – %2/%3</translation>
    </message>
    <message>
        <source>Export Story</source>
        <translation>导出故事</translation>
    </message>
    <message>
        <source>Web page with the whole story (*.html)</source>
        <translation>包含完整故事的网页 (*.html)</translation>
    </message>
    <message>
        <source>Picture of this slide (*.png)</source>
        <translation>此页的图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawing of this slide (*.svg)</source>
        <translation>此页的矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>story</source>
        <comment>a file&apos;s name</comment>
        <translation>故事</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>As one web page that needs nothing else, or this slide as a picture</source>
        <translation>存为不依赖其他文件的网页，或把此页存为图片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Back to the console (Escape)</source>
        <translation>返回控制台（Esc）</translation>
    </message>
</context>
<context>
    <name>ui::SubscribeDialog</name>
    <message>
        <source>Subscribe to a Topic</source>
        <translation>订阅主题</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>URL that is called</source>
        <translation>被调用的 URL</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>New messages call it from now on. Those that are prepared already keep the subscribers of that moment.</source>
        <translation>从现在起新消息会调用它。已准备的消息保持当时的订阅者。</translation>
    </message>
    <message>
        <source>Type “%1” to go on</source>
        <translation>输入“%1”以继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Subscribe</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Give the topic first.</source>
        <translation>请先填写主题。</translation>
    </message>
    <message>
        <source>Give the URL first.</source>
        <translation>请先填写 URL。</translation>
    </message>
    <message>
        <source>Type the name of the connection first.</source>
        <translation>请先输入连接的名称。</translation>
    </message>
</context>
<context>
    <name>ui::SubscribersModel</name>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Since</source>
        <extracomment>since when a URL subscribes to a topic</extracomment>
        <translation>起始时间</translation>
    </message>
</context>
<context>
    <name>ui::SumCard</name>
    <message numerus="yes">
        <source>In flight, %n message(s)</source>
        <translation>
            <numerusform>在途，%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>多出</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>The sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总额</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应有</translation>
    </message>
    <message>
        <source>The total when this console began to watch the banks, with what naive transfers had lost before.</source>
        <translation>控制台开始观察这两家银行时的总额，加上此前朴素转账丢失的金额。</translation>
    </message>
    <message>
        <source>Two-phase transfers</source>
        <translation>二阶段转账</translation>
    </message>
    <message>
        <source>Naive transfers</source>
        <translation>朴素转账</translation>
    </message>
</context>
<context>
    <name>ui::TestCard</name>
    <message>
        <source>Connection test</source>
        <translation>连接测试</translation>
    </message>
    <message>
        <source>step by step, changes nothing</source>
        <translation>逐步进行，不作任何更改</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create Example Tables…</source>
        <translation>创建示例表…</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>测试的步骤</translation>
    </message>
    <message>
        <source>Not tested yet</source>
        <translation>尚未测试</translation>
    </message>
    <message>
        <source>Each step tells how long it took and, if it fails, what helps.</source>
        <translation>每一步都会说明用时；如果失败，还会说明解决办法。</translation>
    </message>
    <message>
        <source>Test Now</source>
        <translation>立即测试</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <comment>a step of a test, what was found, what helps</comment>
        <translation>%1：%2。%3</translation>
    </message>
</context>
<context>
    <name>ui::TimeTravelPanel</name>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停（空格）</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>播放（空格）</translation>
    </message>
    <message>
        <source>%1 s · event %2 of %3</source>
        <translation>%1 秒 · 事件 %2/%3</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总额</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>用户 %1</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Barrier rows</source>
        <translation>屏障行</translation>
    </message>
    <message>
        <source>Balances at this event</source>
        <translation>此事件时的余额</translation>
    </message>
    <message>
        <source>Barrier rows at this event</source>
        <translation>此事件时的屏障行</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>No barrier row is there at this event.</source>
        <translation>此事件时还没有屏障行。</translation>
    </message>
    <message>
        <source>First event (Home)</source>
        <translation>第一个事件（Home）</translation>
    </message>
    <message>
        <source>One event back (Left)</source>
        <translation>后退一个事件（←）</translation>
    </message>
    <message>
        <source>One event on (Right)</source>
        <translation>前进一个事件（→）</translation>
    </message>
    <message>
        <source>Last event (End)</source>
        <translation>最后一个事件（End）</translation>
    </message>
    <message>
        <source>Border between tables and diagram</source>
        <translation>表格与图之间的分隔条</translation>
    </message>
</context>
<context>
    <name>ui::TimeTravelWindow</name>
    <message>
        <source>Export Story</source>
        <translation>导出故事</translation>
    </message>
    <message>
        <source>Web page with the whole story (*.html)</source>
        <translation>包含完整故事的网页 (*.html)</translation>
    </message>
    <message>
        <source>story</source>
        <comment>a file&apos;s name</comment>
        <translation>故事</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>What Happened: %1</source>
        <translation>经过：%1</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Tells it slide by slide in large type, on the whole screen</source>
        <translation>用大字在全屏上逐页讲述</translation>
    </message>
    <message>
        <source>Export Story…</source>
        <translation>导出故事…</translation>
    </message>
    <message>
        <source>As one web page that needs nothing else</source>
        <translation>存为不依赖其他文件的网页</translation>
    </message>
</context>
<context>
    <name>ui::TimelineBar</name>
    <message>
        <source>Save</source>
        <extracomment>a button with a menu: save or copy the diagram</extracomment>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the diagram as SVG or PNG, or copy it</source>
        <translation>将时序图保存为 SVG 或 PNG，或复制</translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) wait for you</source>
        <translation>
            <numerusform>%n 条告警等待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>No alert waits for you</source>
        <translation>没有等待处理的告警</translation>
    </message>
    <message>
        <source>Find a message, page or action</source>
        <translation>查找消息、页面或操作</translation>
    </message>
</context>
<context>
    <name>ui::TopicsModel</name>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Subscribers</source>
        <translation>订阅者</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>ui::TopicsPage</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n 个主题</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading topics…</source>
        <translation>正在读取主题…</translation>
    </message>
    <message>
        <source>No topics yet</source>
        <translation>尚无主题</translation>
    </message>
    <message>
        <source>A topic is a name for several services.
A message with the step topic://NAME calls all who subscribe to it.</source>
        <translation>主题是多个服务的名称。
步骤为 topic://NAME 的消息会调用所有订阅者。</translation>
    </message>
    <message>
        <source>Subscribers of %1</source>
        <translation>%1 的订阅者</translation>
    </message>
    <message>
        <source>Subscribers</source>
        <translation>订阅者</translation>
    </message>
    <message numerus="yes">
        <source>%n URL(s), called in this order</source>
        <translation>
            <numerusform>%n 个 URL，按此顺序调用</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody subscribes</source>
        <translation>没有订阅者</translation>
    </message>
    <message>
        <source>A message that names this topic is refused until somebody does.</source>
        <translation>在有订阅者之前，使用此主题的消息会被拒绝。</translation>
    </message>
    <message>
        <source>No topic is chosen</source>
        <translation>未选择主题</translation>
    </message>
    <message>
        <source>Choose one at the left.</source>
        <translation>请在左侧选择一个。</translation>
    </message>
    <message>
        <source>The console is read-only here.</source>
        <translation>控制台在此为只读。</translation>
    </message>
    <message>
        <source>No topic is chosen.</source>
        <translation>未选择主题。</translation>
    </message>
    <message>
        <source>No subscriber is chosen.</source>
        <translation>未选择订阅者。</translation>
    </message>
    <message>
        <source>Have a URL called for a topic; a new topic begins with its first subscriber</source>
        <translation>让主题调用一个 URL；新主题从第一个订阅者开始</translation>
    </message>
    <message>
        <source>Messages to come call it no more</source>
        <translation>之后的消息不再调用它</translation>
    </message>
    <message>
        <source>The topic and all its subscribers go</source>
        <translation>删除主题及其所有订阅者</translation>
    </message>
    <message>
        <source>Put topic://NAME on the clipboard: what the step of a message says</source>
        <translation>将 topic://NAME 放入剪贴板：即消息步骤中的写法</translation>
    </message>
    <message>
        <source>Subscribed to %1</source>
        <translation>已订阅 %1</translation>
    </message>
    <message>
        <source>Unsubscribe %1 from “%2”?</source>
        <translation>将 %1 从“%2”退订？</translation>
    </message>
    <message>
        <source>Messages to come do not call it. Those that are on their way still do.</source>
        <translation>之后的消息不再调用它。已在途中的仍会调用。</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>退订</translation>
    </message>
    <message>
        <source>Unsubscribed from %1</source>
        <translation>已从 %1 退订</translation>
    </message>
    <message numerus="yes">
        <source>Delete the topic “%1” with its %n subscriber(s)?</source>
        <translation>
            <numerusform>删除主题“%1”及其 %n 个订阅者？</numerusform>
        </translation>
    </message>
    <message>
        <source>A message that names it is refused from then on. Those that are on their way still reach all who subscribed when they were prepared.</source>
        <translation>此后使用它的消息会被拒绝。已在途中的仍会送达准备时的所有订阅者。</translation>
    </message>
    <message>
        <source>Delete Topic</source>
        <translation>删除主题</translation>
    </message>
    <message>
        <source>The topic %1 is gone</source>
        <translation>主题 %1 已删除</translation>
    </message>
    <message>
        <source>Nothing was changed: %1</source>
        <translation>未作任何更改：%1</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>Subscribe…</source>
        <translation>订阅…</translation>
    </message>
    <message>
        <source>Unsubscribe…</source>
        <translation>退订…</translation>
    </message>
    <message>
        <source>Delete Topic…</source>
        <translation>删除主题…</translation>
    </message>
    <message>
        <source>Copy topic://</source>
        <translation>复制 topic://</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Find a topic, URL or remark</source>
        <translation>查找主题、URL 或备注</translation>
    </message>
</context>
<context>
    <name>ui::TotalsLine</name>
    <message numerus="yes">
        <source>In flight, %n message(s)</source>
        <translation>
            <numerusform>在途，%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总额</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>尚不可知</translation>
    </message>
    <message>
        <source>Nothing missing</source>
        <translation>无缺失</translation>
    </message>
    <message>
        <source>Missing %1</source>
        <translation>缺失 %1</translation>
    </message>
    <message>
        <source>Too much: %1</source>
        <translation>多出 %1</translation>
    </message>
</context>
<context>
    <name>ui::Tour</name>
    <message>
        <source>Send 30.00</source>
        <translation>转账 30.00</translation>
    </message>
    <message>
        <source>From user 1 to user 2: the form is filled in, Ctrl+Enter sends it.</source>
        <translation>从用户 1 到用户 2：表单已填好，按 Ctrl+Enter 发送。</translation>
    </message>
    <message>
        <source>Follow the message</source>
        <translation>跟踪消息</translation>
    </message>
    <message>
        <source>Who was asked and what was answered, step by step.</source>
        <translation>一步步查看询问了谁、得到什么应答。</translation>
    </message>
    <message>
        <source>Count the money</source>
        <translation>清点资金</translation>
    </message>
    <message>
        <source>Both banks and what is in flight: always the same total.</source>
        <translation>两家银行与在途资金：总额始终不变。</translation>
    </message>
    <message>
        <source>See who did what</source>
        <translation>看谁做了什么</translation>
    </message>
    <message>
        <source>Every action is on record, with its reason and outcome.</source>
        <translation>每个操作都有记录，包括原因和结果。</translation>
    </message>
</context>
<context>
    <name>ui::TourCard</name>
    <message>
        <source>Try this in order</source>
        <translation>按顺序试一试</translation>
    </message>
    <message>
        <source>60 seconds</source>
        <translation>60 秒</translation>
    </message>
    <message>
        <source>Show the tour after the start</source>
        <translation>启动后显示导览</translation>
    </message>
</context>
<context>
    <name>ui::TourStrip</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Tour: %1</source>
        <translation>导览：%1</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>结束导览</translation>
    </message>
</context>
<context>
    <name>ui::TransferCard</name>
    <message>
        <source>Nothing was sent.</source>
        <translation>没有发送任何内容。</translation>
    </message>
    <message>
        <source>Arm a fault, then run a transfer and watch.</source>
        <translation>设置一个故障，然后发起转账并观察。</translation>
    </message>
    <message>
        <source>The coordinator is down.</source>
        <translation>协调器已停止。</translation>
    </message>
    <message>
        <source>Submitted; the call is tried again.</source>
        <translation>已提交；调用将重试。</translation>
    </message>
    <message>
        <source>On its way…</source>
        <translation>正在途中…</translation>
    </message>
    <message>
        <source>Its way is drawn in the picture as it goes; a fault is marked where it strikes.</source>
        <translation>它的路径会随进展画在图中；故障在触发处标出。</translation>
    </message>
    <message>
        <source>It took %1.</source>
        <extracomment>%1: a time</extracomment>
        <translation>用时 %1。</translation>
    </message>
    <message>
        <source>Next in %1.</source>
        <extracomment>%1: &quot;0.4 s&quot;, or &quot;now&quot;</extracomment>
        <translation>%1后再试。</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) struck it.</source>
        <translation>
            <numerusform>被 %n 个故障击中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Send 30.00 from user %1 to user %2</source>
        <translation>从用户 %1 向用户 %2 发送 30.00</translation>
    </message>
    <message>
        <source>The console is read-only here.</source>
        <translation>控制台在此处为只读。</translation>
    </message>
    <message>
        <source>A transfer is being sent.</source>
        <translation>正在发送转账。</translation>
    </message>
    <message>
        <source>The engine does not run.</source>
        <translation>引擎没有运行。</translation>
    </message>
    <message>
        <source>No transfer was run yet.</source>
        <translation>尚未发起转账。</translation>
    </message>
    <message>
        <source>One transfer of 30.00 from user %1 of bank A to user %2 of bank B</source>
        <translation>从银行 A 的用户 %1 向银行 B 的用户 %2 转账 30.00</translation>
    </message>
    <message>
        <source>Run a transfer</source>
        <translation>发起一笔转账</translation>
    </message>
    <message>
        <source>35 s waits take 3 s</source>
        <translation>35 秒的等待缩短为 3 秒</translation>
    </message>
    <message>
        <source>An unsubmitted message is asked back after 3 s in place of 35 s, and a call is tried again after 2 s in place of 10 s.</source>
        <translation>未提交的消息在 3 秒（而非 35 秒）后回查，调用在 2 秒（而非 10 秒）后重试。</translation>
    </message>
    <message>
        <source>Open message</source>
        <translation>打开消息</translation>
    </message>
    <message>
        <source>Delivered: bank B answered SUCCESS.</source>
        <translation>已投递：银行 B 应答了 SUCCESS。</translation>
    </message>
    <message>
        <source>Ended: the message failed, and nothing is credited.</source>
        <translation>已结束：消息失败，没有入账。</translation>
    </message>
    <message>
        <source>Send 30.00 from user %1 to user %2?</source>
        <translation>从用户 %1 向用户 %2 发送 30.00？</translation>
    </message>
    <message>
        <source>The money moves at once. “%1” wants to be asked first.</source>
        <extracomment>%1: the name of a connection</extracomment>
        <translation>资金会立即转移。“%1”要求先询问。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Ended: no message was made, and nothing moved.</source>
        <translation>已结束：没有产生消息，资金未动。</translation>
    </message>
</context>
<context>
    <name>ui::TransferForm</name>
    <message>
        <source>Fill in what was sent last</source>
        <translation>填入上次发送的内容</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>尚未发送过</translation>
    </message>
    <message>
        <source>Put right what is marked above, then it can be sent.</source>
        <translation>请更正上方标出的内容，然后即可发送。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>Like the last one</source>
        <translation>同上次</translation>
    </message>
    <message>
        <source>From</source>
        <translation>转出</translation>
    </message>
    <message>
        <source>To</source>
        <translation>转入</translation>
    </message>
    <message>
        <source>Amount each</source>
        <translation>每笔金额</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>笔数</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>/ s</source>
        <comment>per second</comment>
        <translation>/ 秒</translation>
    </message>
    <message>
        <source>Delay before delivery</source>
        <translation>投递前延迟</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <source>Wait for the result</source>
        <translation>等待结果</translation>
    </message>
    <message>
        <source>after the first pass</source>
        <translation>首轮调用之后</translation>
    </message>
    <message>
        <source>How it is sent</source>
        <translation>发送方式</translation>
    </message>
    <message>
        <source>A naive transfer submits nothing: this fault cannot strike it</source>
        <translation>朴素转账没有提交这一步：这个故障对它无效</translation>
    </message>
    <message>
        <source>Fault preset</source>
        <translation>故障预设</translation>
    </message>
    <message>
        <source>Switch the Fault Lab On</source>
        <translation>打开故障实验室</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln transfer(s)</source>
        <translation>
            <numerusform>发送 %Ln 笔转账</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TransferPage</name>
    <message>
        <source>Nothing was sent: %1</source>
        <translation>未发送：%1</translation>
    </message>
    <message>
        <source>Read-only: nothing can be sent</source>
        <translation>只读：不能发送</translation>
    </message>
    <message>
        <source>A run is being sent: wait for its end or cancel the rest</source>
        <translation>正在发送一批转账：请等待结束或取消其余</translation>
    </message>
    <message>
        <source>no transfers yet</source>
        <translation>还没有转账</translation>
    </message>
    <message>
        <source>transfer running: %1 of %2</source>
        <translation>转账进行中：%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln transfer(s) sent, %2 finished</source>
        <translation>
            <numerusform>已发送 %1 / %Ln 笔转账，完成 %2 笔</numerusform>
        </translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>newest first · Enter opens the message</source>
        <translation>最新在前 · 按 Enter 打开消息</translation>
    </message>
    <message>
        <source>Open all in Messages</source>
        <translation>在消息页中打开全部</translation>
    </message>
    <message>
        <source>Results of the transfers, newest first</source>
        <translation>转账结果，最新在前</translation>
    </message>
    <message>
        <source>No transfers yet</source>
        <translation>还没有转账</translation>
    </message>
    <message>
        <source>Each transfer that you send appears here and opens its message.</source>
        <translation>您发送的每笔转账都会出现在这里，并可打开其消息。</translation>
    </message>
    <message>
        <source>Send one now</source>
        <translation>立即发送一笔</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>The money moves at once. “%1” wants to be asked first.</source>
        <extracomment>%1: the name of a connection</extracomment>
        <translation>资金会立即转移。“%1”要求先询问。</translation>
    </message>
    <message>
        <source>Bank A crashed on purpose and starts again in a moment</source>
        <translation>银行 A 按计划崩溃，稍后重新启动</translation>
    </message>
    <message>
        <source>The engine does not run: nothing can be sent</source>
        <translation>引擎没有运行：无法发送</translation>
    </message>
    <message>
        <source>The demo banks do not run: nothing can be sent</source>
        <translation>演示银行没有运行：无法发送</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln transfer(s) of %1 from user %2 to user %3?</source>
        <translation>
            <numerusform>发送 %Ln 笔 %1 的转账，从用户 %2 到用户 %3？</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Truth</name>
    <message>
        <source>Total %1 = balances %2 + in flight %3</source>
        <translation>总额 %1 = 余额 %2 + 在途 %3</translation>
    </message>
    <message>
        <source>too much %1</source>
        <translation>多出 %1</translation>
    </message>
    <message>
        <source>missing %1</source>
        <translation>缺失 %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>transfers, retrying ones, stalled ones</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>checked %1 ago</source>
        <translation>%1前核对</translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s)</source>
        <translation>
            <numerusform>%Ln 笔转账</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln retrying</source>
        <translation>
            <numerusform>%Ln 条重试中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stalled</source>
        <translation>
            <numerusform>%Ln 条停滞</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known whether all money is accounted for: the store cannot be read.</source>
        <translation>无法确认资金是否账实相符：存储无法读取。</translation>
    </message>
    <message>
        <source>Not known whether all money is accounted for: a bank cannot be read.</source>
        <translation>无法确认资金是否账实相符：有银行无法读取。</translation>
    </message>
    <message>
        <source>Not known yet whether all money is accounted for.</source>
        <translation>尚未确认资金是否账实相符。</translation>
    </message>
    <message>
        <source>The store and both banks are being read.</source>
        <translation>正在读取存储和两家银行。</translation>
    </message>
    <message>
        <source>Money is missing: %1.</source>
        <translation>资金缺失：%1。</translation>
    </message>
    <message>
        <source>There is too much money: %1.</source>
        <translation>资金多出：%1。</translation>
    </message>
    <message>
        <source>All money accounted for: %1.</source>
        <extracomment>%1: &quot;1,284 transfers, 3 retrying, 0 stalled&quot;</extracomment>
        <translation>资金账实相符：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>另有 %Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped by a person: %1</source>
        <extracomment>%1: names of messages</extracomment>
        <translation>人工停止：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) stopped by a person</source>
        <translation>
            <numerusform>人工停止了 %Ln 条消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TruthHead</name>
    <message numerus="yes">
        <source>%Ln message(s) need you</source>
        <translation>
            <numerusform>%Ln 条消息需要处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Show what happens now</source>
        <translation>显示当前情况</translation>
    </message>
    <message>
        <source>Hold figures and charts still; alerts go on</source>
        <translation>冻结数字和图表；告警照常</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>Messages that failed too often in a row</source>
        <translation>连续失败次数过多的消息</translation>
    </message>
</context>
<context>
    <name>ui::VerbDialog</name>
    <message>
        <source>Sender: committed, and stays so.</source>
        <translation>发送方：已提交，且保持不变。</translation>
    </message>
    <message>
        <source>Sender: not known; it may have committed, and may still commit.</source>
        <translation>发送方：未知；可能已提交，也可能仍会提交。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>&amp;Reason, kept with the message:</source>
        <translation>原因，随消息保存(&amp;R)：</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>需要填写原因。</translation>
    </message>
    <message>
        <source>The reason is too long.</source>
        <translation>原因过长。</translation>
    </message>
    <message>
        <source>The banks are being read.</source>
        <translation>正在读取银行。</translation>
    </message>
    <message>
        <source>%1 message %2?</source>
        <translation>%1消息 %2？</translation>
    </message>
    <message>
        <source>Resend message %1 as a new one?</source>
        <translation>将消息 %1 作为新消息重发？</translation>
    </message>
    <message>
        <source>Replay the checkback of message %1?</source>
        <translation>重放消息 %1 的回查？</translation>
    </message>
    <message>
        <source>Retry message %1 now?</source>
        <translation>立即重试消息 %1？</translation>
    </message>
</context>
<context>
    <name>ui::VerbRules</name>
    <message>
        <source>It has succeeded: nothing is left to do.</source>
        <translation>已成功：无需再做任何事。</translation>
    </message>
    <message>
        <source>It has failed: nothing is left to do.</source>
        <translation>已失败：无需再做任何事。</translation>
    </message>
    <message>
        <source>It is submitted: its sender committed, so it cannot be aborted any more.</source>
        <translation>已提交：发送方已提交，不能再中止。</translation>
    </message>
    <message>
        <source>It is submitted: its sender need not be asked any more.</source>
        <translation>已提交：无需再询问发送方。</translation>
    </message>
    <message>
        <source>It has no URL to ask its sender at.</source>
        <translation>没有可用于询问发送方的 URL。</translation>
    </message>
    <message>
        <source>It is being called right now.</source>
        <translation>正在调用中。</translation>
    </message>
    <message>
        <source>The console is read-only.</source>
        <translation>控制台为只读。</translation>
    </message>
    <message>
        <source>No message is chosen.</source>
        <translation>未选择消息。</translation>
    </message>
    <message>
        <source>Replay Checkback</source>
        <translation>重放回查</translation>
    </message>
    <message>
        <source>Retry Now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Abort…</source>
        <translation>中止…</translation>
    </message>
    <message>
        <source>Force Stop…</source>
        <translation>强制停止…</translation>
    </message>
    <message>
        <source>Asks the sender now whether it committed. Where it has not, the question fences it: it cannot commit later.</source>
        <translation>立即询问发送方是否已提交。若尚未提交，此询问会将其隔离：之后不能再提交。</translation>
    </message>
    <message>
        <source>Does now what is due later: asks the sender, or calls the branches that are left.</source>
        <translation>立即执行原定稍后的操作：询问发送方，或调用剩余分支。</translation>
    </message>
    <message>
        <source>Ends the message as failed, whatever was applied; the banks may no longer agree.</source>
        <translation>无论已执行什么，都以失败结束该消息；两家银行可能不再一致。</translation>
    </message>
    <message>
        <source>Branch %1: applied, and stays so</source>
        <translation>分支 %1：已执行，且保持不变</translation>
    </message>
    <message>
        <source>Branch %1: not called, the message was never submitted</source>
        <translation>分支 %1：未调用，消息从未提交</translation>
    </message>
    <message>
        <source>Branch %1: not confirmed; its call may still have been applied</source>
        <translation>分支 %1：未确认；其调用仍可能已执行</translation>
    </message>
    <message>
        <source>It is submitted already.</source>
        <translation>已经提交。</translation>
    </message>
    <message>
        <source>It is not finished: it may still be delivered.</source>
        <translation>尚未结束：仍可能被投递。</translation>
    </message>
    <message>
        <source>Peek</source>
        <translation>探查</translation>
    </message>
    <message>
        <source>Submit…</source>
        <translation>提交…</translation>
    </message>
    <message>
        <source>Resend as New…</source>
        <translation>作为新消息重发…</translation>
    </message>
    <message>
        <source>Reads the barrier rows at the banks and says what a checkback would decide. Changes nothing.</source>
        <translation>读取银行中的屏障行，说明回查会如何决定。不做任何更改。</translation>
    </message>
    <message>
        <source>Asks the sender first and submits only if it says that it committed. If it says that it did not, the message fails.</source>
        <translation>先询问发送方，仅当其应答已提交时才提交。若应答未提交，则消息失败。</translation>
    </message>
    <message>
        <source>Asks the sender first and aborts only if it says that it did not commit. If it says that it did, the message is delivered.</source>
        <translation>先询问发送方，仅当其应答未提交时才中止。若应答已提交，则投递该消息。</translation>
    </message>
    <message>
        <source>Sends the same calls once more under a gid of its own. Receivers take it for another message: what was paid already is paid twice, and nothing is debited for it.</source>
        <translation>以新的 gid 再次发送相同的调用。接收方会视其为另一条消息：已付的款项会再付一次，且不会为此扣款。</translation>
    </message>
</context>
<context>
    <name>ui::ViewBar</name>
    <message>
        <source>Save View…</source>
        <translation>保存视图…</translation>
    </message>
    <message>
        <source>Keeps the filter of now under a name.</source>
        <translation>以名称保存当前筛选。</translation>
    </message>
    <message>
        <source>There is no filter to be saved.</source>
        <translation>没有可保存的筛选。</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Rename “%1”…</source>
        <translation>重命名“%1”…</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>Name of the view; one of the same name is replaced:</source>
        <translation>视图名称；同名视图将被替换：</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>messages that are not finished</extracomment>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Saved views</source>
        <extracomment>a button with the menu of filters that were saved</extracomment>
        <translation>已存视图</translation>
    </message>
    <message>
        <source>Filters that were saved under a name</source>
        <translation>以名称保存的筛选</translation>
    </message>
</context>
<context>
    <name>ui::ViewGroup</name>
    <message>
        <source>%1 %</source>
        <comment>a text size in percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>外观和语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Changes at once, everywhere.</source>
        <translation>立即在所有地方生效。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>System follows the desktop.</source>
        <translation>“系统”跟随桌面设置。</translation>
    </message>
    <message>
        <source>Rows of tables</source>
        <translation>表格行</translation>
    </message>
    <message>
        <source>Compact shows an eighth more of them.</source>
        <translation>紧凑可多显示八分之一。</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Local is this computer&apos;s time zone.</source>
        <translation>“本地”为本机时区。</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>减少动效</translation>
    </message>
    <message>
        <source>Nothing moves only to please the eye.</source>
        <translation>没有仅为美观的动画。</translation>
    </message>
    <message>
        <source>80 % to 200 %, also by %1 and %2.</source>
        <translation>80 % 至 200 %，也可按 %1 和 %2。</translation>
    </message>
</context>
<context>
    <name>ui::Webhook</name>
    <message>
        <source>The webhook did not answer.</source>
        <translation>Webhook 没有应答。</translation>
    </message>
    <message>
        <source>The webhook answered %1.</source>
        <translation>Webhook 应答了 %1。</translation>
    </message>
</context>
<context>
    <name>ui::WelcomePage</name>
    <message>
        <source>Connect my banks</source>
        <translation>连接我的银行</translation>
    </message>
    <message>
        <source>Start with the demo bank</source>
        <translation>从演示银行开始</translation>
    </message>
    <message>
        <source>Welcome to Checkback</source>
        <translation>欢迎使用 Checkback</translation>
    </message>
    <message>
        <source>Watch money move between banks, interrupt it, and see that nothing is lost.</source>
        <translation>观察资金在银行之间流转，中断它，并看到分文不失。</translation>
    </message>
    <message>
        <source>Bank A</source>
        <translation>银行 A</translation>
    </message>
    <message>
        <source>30.00 in flight</source>
        <translation>30.00 在途</translation>
    </message>
    <message>
        <source>Bank B</source>
        <translation>银行 B</translation>
    </message>
    <message>
        <source>Data folder: %1</source>
        <translation>数据文件夹：%1</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
</context>
<context>
    <name>ui::WhySentence</name>
    <message>
        <source>%1.</source>
        <extracomment>%1 is one or more clauses</extracomment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the clauses of a sentence</comment>
        <translation>；</translation>
    </message>
    <message>
        <source> </source>
        <comment>between two sentences</comment>
        <translation></translation>
    </message>
    <message>
        <source>Prepared %1 ago</source>
        <translation>%1前已准备</translation>
    </message>
    <message>
        <source>due for checkback since %1</source>
        <translation>%1前已到回查时间</translation>
    </message>
    <message>
        <source>asked %1×, last answer %2</source>
        <translation>已询问 %1 次，上次应答：%2</translation>
    </message>
    <message>
        <source>Somebody should look at the sender: it does not say whether it committed.</source>
        <translation>请检查发送方：它未说明是否已提交。</translation>
    </message>
    <message>
        <source>the sender is being asked now</source>
        <translation>正在询问发送方</translation>
    </message>
    <message>
        <source>the sender is asked now</source>
        <translation>现在询问发送方</translation>
    </message>
    <message>
        <source>if no submit comes, the sender is asked in %1</source>
        <translation>若未收到提交，%1后询问发送方</translation>
    </message>
    <message>
        <source>next in %1</source>
        <translation>%1后再次进行</translation>
    </message>
    <message>
        <source>Submitted %1 ago</source>
        <translation>%1前已提交</translation>
    </message>
    <message>
        <source>Somebody should look at the receiver: the money stays in flight until it answers SUCCESS.</source>
        <translation>请检查接收方：在其应答 SUCCESS 之前资金一直在途。</translation>
    </message>
    <message>
        <source>A message cannot be rolled back, so it is tried until it succeeds.</source>
        <translation>消息不能回滚，因此会一直尝试直到成功。</translation>
    </message>
    <message>
        <source>%1 of %2 branches done</source>
        <translation>已完成 %1 / %2 个分支</translation>
    </message>
    <message>
        <source>branch %1 is not done yet (%2)</source>
        <translation>分支 %1 尚未完成（%2）</translation>
    </message>
    <message>
        <source>branch %1 failed %2× in a row, last answer %3</source>
        <translation>分支 %1 连续失败 %2 次，上次应答：%3</translation>
    </message>
    <message>
        <source>branch %1 is called now</source>
        <translation>现在调用分支 %1</translation>
    </message>
    <message>
        <source>its sender wants a delay, first call in %1</source>
        <translation>发送方要求延迟，%1后首次调用</translation>
    </message>
    <message>
        <source>branch %1 is called in %2</source>
        <translation>%2后调用分支 %1</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>%1后再试</translation>
    </message>
    <message>
        <source>Delivered %1 ago, %2 after prepare</source>
        <translation>%1前已投递，距准备 %2</translation>
    </message>
    <message>
        <source>No submit came; the checkback found the local transaction committed, so delivery went on.</source>
        <translation>未收到提交；回查发现本地事务已提交，因此继续投递。</translation>
    </message>
    <message>
        <source>each branch at the first try</source>
        <translation>每个分支均一次成功</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) had to be repeated</source>
        <translation>
            <numerusform>重复了 %n 次调用</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed %1 ago</source>
        <translation>%1前已失败</translation>
    </message>
    <message>
        <source>the sender said that it did not commit, so nothing was delivered</source>
        <translation>发送方应答未提交，因此未投递任何内容</translation>
    </message>
    <message>
        <source>Aborted by its sender %1 ago, so nothing was delivered</source>
        <translation>%1前被发送方中止，因此未投递任何内容</translation>
    </message>
    <message>
        <source>Stopped by a person %1 ago</source>
        <translation>%1前由人工停止</translation>
    </message>
    <message>
        <source>%1 of %2 branches had been applied</source>
        <translation>已执行 %1 / %2 个分支</translation>
    </message>
    <message>
        <source>reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>A person overrode it: the totals of the banks may not agree with it.</source>
        <translation>经人工干预：银行总额可能与之不符。</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>no answer came</extracomment>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>HTTP status, what is wrong with it</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>widgets::ColumnsDialog</name>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Arrange Columns</source>
        <translation>排列各列</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>The table shows it at once. In the list: Space shows or hides a column, Ctrl+↑ and Ctrl+↓ move it, ← and → make it narrower or wider.</source>
        <translation>表格立即随之变化。在列表中：空格显示或隐藏一列，Ctrl+↑ 和 Ctrl+↓ 移动它，← 和 → 使它变窄或变宽。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source> px</source>
        <comment>pixels, behind a number</comment>
        <translation> 像素</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽度(&amp;W)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>One column stays.</source>
        <translation>至少保留一列。</translation>
    </message>
    <message>
        <source>It is the first.</source>
        <translation>已是第一列。</translation>
    </message>
    <message>
        <source>It is the last.</source>
        <translation>已是最后一列。</translation>
    </message>
    <message>
        <source>A hidden column has no width.</source>
        <translation>隐藏的列没有宽度。</translation>
    </message>
    <message>
        <source>It takes the room that the others leave.</source>
        <translation>它占用其他列留下的空间。</translation>
    </message>
</context>
<context>
    <name>widgets::ConfirmDialog</name>
    <message>
        <source>Type “%1” to go on:</source>
        <translation>输入“%1”以继续：</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>widgets::EmptyState</name>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %Ln of them.</source>
        <extracomment>%Ln is how many rows there are without the filter</extracomment>
        <translation>
            <numerusform>筛选隐藏了全部 %Ln 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>widgets::FlowStrip</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
</context>
<context>
    <name>widgets::JsonView</name>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
</context>
<context>
    <name>widgets::Legend</name>
    <message>
        <source>Legend</source>
        <extracomment>accessible name of the colour key of a chart</extracomment>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>widgets::NavRail</name>
    <message>
        <source>Pages</source>
        <extracomment>accessible name of the list of pages at the left</extracomment>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>widgets::NoticeLine</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>widgets::PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Shows the password while it is held down.</source>
        <translation>按住时显示密码。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Log In</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>widgets::PlotCanvas</name>
    <message>
        <source>No samples yet</source>
        <translation>尚无样本</translation>
    </message>
</context>
<context>
    <name>widgets::ProgressSegments</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a count and a state: &quot;27 Succeed&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>&quot;27 Succeed, 2 Retrying of 50&quot;</extracomment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>widgets::Splitter</name>
    <message>
        <source>Arrow keys move it, Home and End as far as it goes.</source>
        <translation>方向键移动它，Home 和 End 移到尽头。</translation>
    </message>
</context>
<context>
    <name>widgets::TableColumns</name>
    <message>
        <source>Arrange Columns…</source>
        <translation>排列各列…</translation>
    </message>
</context>
<context>
    <name>widgets::TimePlot</name>
    <message>
        <source>No samples yet</source>
        <translation>尚无样本</translation>
    </message>
</context>
<context>
    <name>widgets::TotalPlot</name>
    <message>
        <source>No samples yet</source>
        <translation>尚无样本</translation>
    </message>
    <message>
        <source>Total %1, of it in flight %2, expected %3</source>
        <translation>总额 %1，其中在途 %2，应为 %3</translation>
    </message>
    <message>
        <source>Total over time</source>
        <translation>总额走势</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应有</translation>
    </message>
    <message>
        <source>Balances, both banks</source>
        <translation>两家银行的余额</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总额</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>余额</translation>
    </message>
</context>
</TS>
