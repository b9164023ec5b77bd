<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Action</name>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Run</source>
            <translation>运行(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Time</source>
            <translation>时间(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>Back to A alone</source>
            <translation>回到只有 A</translation>
        </message>
        <message>
            <source>Back to now</source>
            <translation>回到现在</translation>
        </message>
        <message>
            <source>Back to the opened settings</source>
            <translation>恢复打开时的设置</translation>
        </message>
        <message>
            <source>Bookmark this moment…</source>
            <translation>为此刻加书签…</translation>
        </message>
        <message>
            <source>Branch here</source>
            <translation>在此分支</translation>
        </message>
        <message>
            <source>Choose a lesson…</source>
            <translation>选择课程…</translation>
        </message>
        <message>
            <source>Choose a theory page…</source>
            <translation>选择理论页…</translation>
        </message>
        <message>
            <source>Choose an experiment…</source>
            <translation>选择实验…</translation>
        </message>
        <message>
            <source>Compare with a copy of this run</source>
            <translation>与此运行的副本对比</translation>
        </message>
        <message>
            <source>Compare with a file…</source>
            <translation>与一个文件对比…</translation>
        </message>
        <message>
            <source>Compare with another experiment…</source>
            <translation>与另一个实验对比…</translation>
        </message>
        <message>
            <source>Compare with the same seed</source>
            <translation>用相同的种子对比</translation>
        </message>
        <message>
            <source>Copy experiment</source>
            <translation>复制实验</translation>
        </message>
        <message>
            <source>Copy figure</source>
            <translation>复制图</translation>
        </message>
        <message>
            <source>Dark or light</source>
            <translation>深色或浅色</translation>
        </message>
        <message>
            <source>Diagnostics…</source>
            <translation>诊断信息…</translation>
        </message>
        <message>
            <source>Draw your own data…</source>
            <translation>手绘数据…</translation>
        </message>
        <message>
            <source>E&amp;xport</source>
            <translation>导出(&amp;X)</translation>
        </message>
        <message>
            <source>Earlier runs…</source>
            <translation>以前的运行…</translation>
        </message>
        <message>
            <source>English / 中文</source>
            <translation>English / 中文</translation>
        </message>
        <message>
            <source>Faster</source>
            <translation>加速</translation>
        </message>
        <message>
            <source>Figures of a whole lesson…</source>
            <translation>整课的图…</translation>
        </message>
        <message>
            <source>Figure…</source>
            <translation>图…</translation>
        </message>
        <message>
            <source>Film strip…</source>
            <translation>胶片图…</translation>
        </message>
        <message>
            <source>Fold or unfold the pictures</source>
            <translation>收起或展开小图</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>全屏</translation>
        </message>
        <message>
            <source>Generator as a program…</source>
            <translation>生成器程序…</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>指南</translation>
        </message>
        <message>
            <source>History as CSV…</source>
            <translation>历史（CSV）…</translation>
        </message>
        <message>
            <source>History as TensorBoard logs…</source>
            <translation>历史（TensorBoard 日志）…</translation>
        </message>
        <message>
            <source>JS versus Wasserstein on the stage</source>
            <translation>主台显示 JS 与 Wasserstein 对比</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>放大文字</translation>
        </message>
        <message>
            <source>Machine on the stage</source>
            <translation>主台显示机器</translation>
        </message>
        <message>
            <source>Main picture on the stage</source>
            <translation>主台显示主图</translation>
        </message>
        <message>
            <source>Many: a grid of experiments…</source>
            <translation>许多：实验网格…</translation>
        </message>
        <message>
            <source>Mark before</source>
            <translation>上一个标记</translation>
        </message>
        <message>
            <source>Movie…</source>
            <translation>影片…</translation>
        </message>
        <message>
            <source>Name the branch…</source>
            <translation>命名分支…</translation>
        </message>
        <message>
            <source>Next mark</source>
            <translation>下一个标记</translation>
        </message>
        <message>
            <source>Next picture</source>
            <translation>下一幅</translation>
        </message>
        <message>
            <source>Next stage of the machine</source>
            <translation>机器的下一阶段</translation>
        </message>
        <message>
            <source>Normal text</source>
            <translation>正常文字</translation>
        </message>
        <message>
            <source>One D step only</source>
            <translation>只更新 D 一步</translation>
        </message>
        <message>
            <source>One G step only</source>
            <translation>只更新 G 一步</translation>
        </message>
        <message>
            <source>One step</source>
            <translation>前进一步</translation>
        </message>
        <message>
            <source>Open file…</source>
            <translation>打开文件…</translation>
        </message>
        <message>
            <source>Page of all panels…</source>
            <translation>全部面板一页…</translation>
        </message>
        <message>
            <source>Paste experiment</source>
            <translation>粘贴实验</translation>
        </message>
        <message>
            <source>Picture before</source>
            <translation>上一幅</translation>
        </message>
        <message>
            <source>Play backwards</source>
            <translation>倒放</translation>
        </message>
        <message>
            <source>Play forwards</source>
            <translation>正放</translation>
        </message>
        <message>
            <source>Play or pause</source>
            <translation>播放或暂停</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Reset the layout</source>
            <translation>重置布局</translation>
        </message>
        <message>
            <source>Samples as NPZ or CSV…</source>
            <translation>样本（NPZ 或 CSV）…</translation>
        </message>
        <message>
            <source>Save B's experiment as…</source>
            <translation>B 的实验另存为…</translation>
        </message>
        <message>
            <source>Save checkpoint…</source>
            <translation>保存检查点…</translation>
        </message>
        <message>
            <source>Save experiment</source>
            <translation>保存实验</translation>
        </message>
        <message>
            <source>Save experiment as…</source>
            <translation>实验另存为…</translation>
        </message>
        <message>
            <source>Save session</source>
            <translation>保存会话</translation>
        </message>
        <message>
            <source>Save session as…</source>
            <translation>会话另存为…</translation>
        </message>
        <message>
            <source>Show the next run</source>
            <translation>显示下一个运行</translation>
        </message>
        <message>
            <source>Slower</source>
            <translation>减速</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>缩小文字</translation>
        </message>
        <message>
            <source>Stage before</source>
            <translation>上一阶段</translation>
        </message>
        <message>
            <source>Start again with a new seed</source>
            <translation>用新种子重新开始</translation>
        </message>
        <message>
            <source>Start again with the same seed</source>
            <translation>用相同种子重新开始</translation>
        </message>
        <message>
            <source>To the beginning</source>
            <translation>到开头</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Walk through the stages, or stop</source>
            <translation>逐阶段自动前进，或停止</translation>
        </message>
        <message>
            <source>Weights as safetensors…</source>
            <translation>权重（safetensors）…</translation>
        </message>
    </context>
    <context>
        <name>BatchDialog</name>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Every page and every trained experiment gets a folder with its figures, captions and LaTeX; index.html and index.tex list them. It may take minutes; the window stays free meanwhile.</source>
            <translation>每个页面、每个训练过的实验各有一个文件夹，内有图、说明和 LaTeX；index.html 与 index.tex 列出全部。可能需要几分钟，期间窗口照常可用。</translation>
        </message>
        <message>
            <source>Figures of a whole lesson</source>
            <translation>整课的图</translation>
        </message>
        <message>
            <source>File type</source>
            <translation>文件类型</translation>
        </message>
        <message>
            <source>Lesson</source>
            <translation>课程</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Train each for</source>
            <translation>每个训练</translation>
        </message>
        <message>
            <source>as its promise says</source>
            <translation>按其承诺的步数</translation>
        </message>
    </context>
    <context>
        <name>Compare</name>
        <message>
            <source>A | B differ in</source>
            <translation>A | B 的不同</translation>
        </message>
        <message>
            <source>A's are shown; what is changed here is changed on both sides</source>
            <translation>显示 A 的设置；这里的修改同时作用于两边</translation>
        </message>
        <message>
            <source>A|B with {0}, step {1}</source>
            <translation>A|B：与{0}（第 {1} 步）对比</translation>
        </message>
        <message>
            <source>B begins with A's seed: the same first weights and draws</source>
            <translation>B 使用 A 的种子：初始权重和抽样都相同</translation>
        </message>
        <message>
            <source>Back to A alone</source>
            <translation>回到只有 A</translation>
        </message>
        <message>
            <source>Choose what B trains</source>
            <translation>选择 B 训练什么</translation>
        </message>
        <message>
            <source>Edit A's settings</source>
            <translation>修改 A 的设置</translation>
        </message>
        <message>
            <source>Edit B's settings</source>
            <translation>修改 B 的设置</translation>
        </message>
        <message>
            <source>Open an experiment as B</source>
            <translation>打开一个实验作为 B</translation>
        </message>
        <message>
            <source>Save B's experiment</source>
            <translation>保存 B 的实验</translation>
        </message>
        <message>
            <source>Settings of</source>
            <translation>设置：</translation>
        </message>
        <message>
            <source>both</source>
            <translation>两边</translation>
        </message>
        <message>
            <source>catching up to {0}</source>
            <translation>正在追赶到第 {0} 步</translation>
        </message>
        <message>
            <source>data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>diverged</source>
            <translation>已发散</translation>
        </message>
        <message>
            <source>no setting: both are the same experiment</source>
            <translation>没有不同的设置：两边是同一个实验</translation>
        </message>
        <message>
            <source>same seed</source>
            <translation>相同种子</translation>
        </message>
        <message>
            <source>starting</source>
            <translation>正在启动</translation>
        </message>
        <message>
            <source>step {0}</source>
            <translation>第 {0} 步</translation>
        </message>
        <message>
            <source>worker lost</source>
            <translation>训练进程已丢失</translation>
        </message>
    </context>
    <context>
        <name>CompareView</name>
        <message>
            <source>A | B lays a second run over this one</source>
            <translation>A | B 把第二个运行叠在这个之上</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>high quality</source>
            <translation>高质量</translation>
        </message>
        <message>
            <source>mean of {0} steps</source>
            <translation>{0} 步的平均</translation>
        </message>
        <message>
            <source>medians of {0} and {1}</source>
            <translation>{0} 个和 {1} 个运行的中位数</translation>
        </message>
        <message>
            <source>modes</source>
            <translation>模式数</translation>
        </message>
        <message>
            <source>not the same loss</source>
            <translation>不是同一个损失</translation>
        </message>
        <message>
            <source>perfect generator</source>
            <translation>完美生成器</translation>
        </message>
        <message>
            <source>step</source>
            <translation>步</translation>
        </message>
        <message>
            <source>{0} loss</source>
            <translation>{0} 的损失</translation>
        </message>
    </context>
    <context>
        <name>CountButton</name>
        <message>
            <source>Draw… ({count})</source>
            <translation>绘制…（{count}）</translation>
        </message>
    </context>
    <context>
        <name>CurveMenu</name>
        <message>
            <source>All steps</source>
            <translation>全部步数</translation>
        </message>
        <message>
            <source>Curves</source>
            <translation>曲线</translation>
        </message>
        <message>
            <source>How the curves are shown</source>
            <translation>曲线的显示方式</translation>
        </message>
        <message>
            <source>Last {0} steps</source>
            <translation>最近 {0} 步</translation>
        </message>
        <message>
            <source>Linear</source>
            <translation>线性坐标</translation>
        </message>
        <message>
            <source>Logarithmic on both sides of 0</source>
            <translation>0 两侧的对数坐标</translation>
        </message>
        <message>
            <source>Steps shown, scale and smoothing.
Drag in the plot to zoom into some steps, double-click to go back.</source>
            <translation>显示的步数、坐标和平滑。
在图中拖动可放大一段步数，双击复位。</translation>
        </message>
        <message>
            <source>all</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>last {0}</source>
            <translation>最近 {0}</translation>
        </message>
        <message>
            <source>log</source>
            <translation>对数</translation>
        </message>
        <message>
            <source>mean of {0}</source>
            <translation>{0} 步平均</translation>
        </message>
        <message>
            <source>mean {0}</source>
            <translation>平均 {0}</translation>
        </message>
        <message>
            <source>zoom</source>
            <translation>缩放</translation>
        </message>
    </context>
    <context>
        <name>CurvesView</name>
        <message>
            <source>median of {0}</source>
            <translation>{0} 个中位数</translation>
        </message>
        <message>
            <source>↑ off scale, max {0}</source>
            <translation>↑ 超出范围，最大 {0}</translation>
        </message>
        <message>
            <source>↓ off scale, min {0}</source>
            <translation>↓ 超出范围，最小 {0}</translation>
        </message>
    </context>
    <context>
        <name>DensityView</name>
        <message>
            <source>Back to the whole picture (double click)</source>
            <translation>回到全图（双击）</translation>
        </message>
        <message>
            <source>Beyond the largest G(z) there is p alone: there D* jumps to {0}.</source>
            <translation>在最大的 G(z) 之外只有 p：D* 在那里跳到 {0}。</translation>
        </message>
        <message>
            <source>D(x): the share D gives the data, beside %1 generators</source>
            <translation>D(x)：D 分给数据的份额，另有 %1 个生成器</translation>
        </message>
        <message>
            <source>Density</source>
            <translation>密度</translation>
        </message>
        <message>
            <source>Density of what the running average of G's weights makes</source>
            <translation>由 G 的权重滑动平均生成的密度</translation>
        </message>
        <message>
            <source>Density p(x) of the data</source>
            <translation>数据的密度 p(x)</translation>
        </message>
        <message>
            <source>Density p_g(x) of what G makes</source>
            <translation>生成样本的密度 p_g(x)</translation>
        </message>
        <message>
            <source>Kernel width h</source>
            <translation>带宽 h</translation>
        </message>
        <message>
            <source>On: p_g by change of variables where G maps a line to a line, else a kernel estimate by Scott's rule, h = σ n^(−1/5). Off: choose the width h yourself.</source>
            <translation>开：当 G 把直线映到直线时，用变量替换求 p_g，否则用 Scott 法则的核密度估计，h = σ n^(−1/5)。关：自己选择带宽 h。</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>正在启动…</translation>
        </message>
        <message>
            <source>The best possible D: %1</source>
            <translation>最优判别器：%1</translation>
        </message>
        <message>
            <source>The critic's score f(x)</source>
            <translation>评论器的评分 f(x)</translation>
        </message>
        <message>
            <source>This experiment's data has two dimensions.
The plane panel shows it.</source>
            <translation>该实验的数据是二维的。
请看平面面板。</translation>
        </message>
        <message>
            <source>What G makes of each class, in its colour: they add up to p_g</source>
            <translation>G 生成的各个类别，各用一种颜色：相加即为 p_g</translation>
        </message>
        <message>
            <source>What each generator makes, in its colour: they add up to p_g</source>
            <translation>各个生成器的生成结果，各用一种颜色：相加即为 p_g</translation>
        </message>
        <message>
            <source>Where G sends evenly probable values of the noise</source>
            <translation>G 把等概率的噪声值送到哪里</translation>
        </message>
        <message>
            <source>Without bound where p or p_g is 0: it then leaves the picture.</source>
            <translation>在 p 或 p_g 为 0 处它没有界，会超出图外。</translation>
        </message>
        <message>
            <source>automatic kernel</source>
            <translation>自动带宽</translation>
        </message>
        <message>
            <source>average</source>
            <translation>平均 G</translation>
        </message>
        <message>
            <source>beside data points, in packs of {0}</source>
            <translation>与数据点一起，每包 {0} 个</translation>
        </message>
        <message>
            <source>change of variables</source>
            <translation>变量替换</translation>
        </message>
        <message>
            <source>classes</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>density</source>
            <translation>密度</translation>
        </message>
        <message>
            <source>exact density</source>
            <translation>精确密度</translation>
        </message>
        <message>
            <source>generated</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>h = %1</source>
            <translation>h = %1</translation>
        </message>
        <message>
            <source>kernel estimate, h = %1</source>
            <translation>核密度估计，h = %1</translation>
        </message>
        <message>
            <source>parts</source>
            <translation>各部分</translation>
        </message>
        <message>
            <source>reset view</source>
            <translation>复位视图</translation>
        </message>
        <message>
            <source>the mean over all classes</source>
            <translation>所有类别的均值</translation>
        </message>
        <message>
            <source>{0} (right axis)</source>
            <translation>{0}（右轴）</translation>
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message>
            <source>Back to the lab (Esc)</source>
            <translation>回到实验室（Esc）</translation>
        </message>
        <message>
            <source>Back to the page's own settings</source>
            <translation>恢复本页原来的设置</translation>
        </message>
        <message>
            <source>Choose another page</source>
            <translation>选择其他页</translation>
        </message>
        <message>
            <source>Copy figure</source>
            <translation>复制图</translation>
        </message>
        <message>
            <source>Copy, export, restore</source>
            <translation>复制、导出、还原</translation>
        </message>
        <message>
            <source>Explain this page</source>
            <translation>讲解本页</translation>
        </message>
        <message>
            <source>Export figure…</source>
            <translation>导出图…</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Play or pause (space)</source>
            <translation>播放或暂停（空格键）</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Source: {0}</source>
            <translation>出处：{0}</translation>
        </message>
        <message>
            <source>computing…</source>
            <translation>计算中…</translation>
        </message>
    </context>
    <context>
        <name>DistancesView</name>
        <message>
            <source>Distances</source>
            <translation>距离</translation>
        </message>
        <message>
            <source>W₁ exact on {0} points</source>
            <translation>W₁ 精确值，{0} 个点</translation>
        </message>
        <message>
            <source>W₁ {0} on {1} points</source>
            <translation>W₁ {0}，{1} 个点</translation>
        </message>
        <message>
            <source>perfect generator</source>
            <translation>完美生成器</translation>
        </message>
        <message>
            <source>{0} avg</source>
            <translation>{0} 平均 G</translation>
        </message>
        <message>
            <source>{0} of the averaged G</source>
            <translation>平均 G 的 {0}</translation>
        </message>
    </context>
    <context>
        <name>Documents</name>
        <message>
            <source>Another experiment replaces them.</source>
            <translation>打开另一个实验会取代这些设置。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Discard changes</source>
            <translation>放弃更改</translation>
        </message>
        <message>
            <source>Experiment copied: paste it in another window</source>
            <translation>实验已复制：可在另一个窗口中粘贴</translation>
        </message>
        <message>
            <source>Experiments, sessions, checkpoints, data</source>
            <translation>实验、会话、检查点、数据</translation>
        </message>
        <message>
            <source>Open an experiment, a session, a checkpoint or data</source>
            <translation>打开实验、会话、检查点或数据</translation>
        </message>
        <message>
            <source>Save a checkpoint</source>
            <translation>保存检查点</translation>
        </message>
        <message>
            <source>Save the experiment</source>
            <translation>保存实验</translation>
        </message>
        <message>
            <source>Saved {0}</source>
            <translation>已保存 {0}</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
        <message>
            <source>The clipboard</source>
            <translation>剪贴板</translation>
        </message>
        <message>
            <source>The settings were changed and not saved.</source>
            <translation>设置已更改，但未保存。</translation>
        </message>
        <message>
            <source>{0}: allowed are .toml, .ganlab, .pt, .csv, .tsv, .txt and .npz.</source>
            <translation>{0}：可用的格式为 .toml、.ganlab、.pt、.csv、.tsv、.txt 和 .npz。</translation>
        </message>
    </context>
    <context>
        <name>DrawDialog</name>
        <message>
            <source>0 is a hard disc, 1 fades from the centre on.</source>
            <translation>0 为硬边圆盘，1 从中心开始逐渐变淡。</translation>
        </message>
        <message>
            <source>Allowed: {low} to {high}.</source>
            <translation>允许范围：{low} 至 {high}。</translation>
        </message>
        <message>
            <source>Brush size</source>
            <translation>画笔大小</translation>
        </message>
        <message>
            <source>By keyboard: arrows move, space paints.</source>
            <translation>用键盘：方向键移动，空格键涂画。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Canvas</source>
            <translation>画布</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>Diameter of the brush ([ and ])</source>
            <translation>画笔直径（[ 和 ]）</translation>
        </message>
        <message>
            <source>Draw the data</source>
            <translation>手绘数据</translation>
        </message>
        <message>
            <source>Eraser</source>
            <translation>橡皮擦</translation>
        </message>
        <message>
            <source>Paint where data should be; a place gone over twice is twice as likely.</source>
            <translation>在应有数据的地方涂画；同一处涂两遍，概率就大一倍。</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Softness</source>
            <translation>柔和度</translation>
        </message>
        <message>
            <source>The drawing is empty: paint something first.</source>
            <translation>画布是空的：请先涂画。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Use this drawing</source>
            <translation>使用这幅画</translation>
        </message>
        <message>
            <source>clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>stroke</source>
            <translation>笔画</translation>
        </message>
    </context>
    <context>
        <name>Experiment</name>
        <message>
            <source>(x − mean) / std</source>
            <translation>(x − 均值) / 标准差</translation>
        </message>
        <message>
            <source>(θ, η), η ~ U[0, 1]</source>
            <translation>(θ, η), η ~ U[0, 1]</translation>
        </message>
        <message>
            <source>1-D</source>
            <translation>一维</translation>
        </message>
        <message>
            <source>2-D</source>
            <translation>二维</translation>
        </message>
        <message>
            <source>25 Gaussians</source>
            <translation>25 个高斯</translation>
        </message>
        <message>
            <source>8 Gaussians</source>
            <translation>8 个高斯</translation>
        </message>
        <message>
            <source>A CSV, TSV or NPZ file of up to 1 000 000 rows.</source>
            <translation>CSV、TSV 或 NPZ 文件，最多 1 000 000 行。</translation>
        </message>
        <message>
            <source>A column of 2 to 64 different whole numbers or texts that names each row's class, counted from 1; 0 is none.</source>
            <translation>写明每行类别的一列，含 2 至 64 种不同的整数或文字，从 1 数起；0 为无。</translation>
        </message>
        <message>
            <source>Across the arm</source>
            <translation>垂直于臂</translation>
        </message>
        <message>
            <source>Activation</source>
            <translation>激活函数</translation>
        </message>
        <message>
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <source>Adam and RMSProp: memory of the gradient's square.</source>
            <translation>Adam 与 RMSProp：梯度平方的记忆系数。</translation>
        </message>
        <message>
            <source>Adam: memory of the gradient's mean.</source>
            <translation>Adam：梯度均值的记忆系数。</translation>
        </message>
        <message>
            <source>After each D step every critic weight is clipped to [−c, c]; 0 is off.</source>
            <translation>每次 D 更新后，评论器的每个权重都裁剪到 [−c, c]；0 为关闭。</translation>
        </message>
        <message>
            <source>After each update the critic's ψ is kept in [−c, c].</source>
            <translation>每次更新后，评论器的 ψ 都限制在 [−c, c] 内。</translation>
        </message>
        <message>
            <source>After playing</source>
            <translation>播放满</translation>
        </message>
        <message>
            <source>Along the arm</source>
            <translation>沿臂方向</translation>
        </message>
        <message>
            <source>Alternating: G answers the D just updated. Simultaneous: both answer the old one.</source>
            <translation>交替：G 面对刚更新的 D。同时：双方都面对旧的对方。</translation>
        </message>
        <message>
            <source>Alternative L_G</source>
            <translation>替代的 L_G</translation>
        </message>
        <message>
            <source>An energy judges single samples.</source>
            <translation>能量只评判单个样本。</translation>
        </message>
        <message>
            <source>Another draw of everything.</source>
            <translation>全部重新抽取。</translation>
        </message>
        <message>
            <source>Any: playing stops as soon as one run has diverged. All: it goes on while there is a run left to train.</source>
            <translation>任一：只要有一次运行发散就停。全部：只要还有能训练的运行就继续。</translation>
        </message>
        <message>
            <source>Arms</source>
            <translation>臂数</translation>
        </message>
        <message>
            <source>At step</source>
            <translation>到第几步</translation>
        </message>
        <message>
            <source>Average (EMA)</source>
            <translation>平均 (EMA)</translation>
        </message>
        <message>
            <source>Bandwidths</source>
            <translation>带宽</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>批大小</translation>
        </message>
        <message>
            <source>Batch: every unit over the minibatch (Ioffe &amp; Szegedy 2015). Layer, instance: every sample over its units, with and without a gain. Spectral: every weight matrix by its largest singular value (Miyato et al. 2018).</source>
            <translation>批：每个单元在小批量上归一化（Ioffe 与 Szegedy 2015）。层、实例：每个样本在其各单元上归一化，前者有增益，后者没有。谱：每个权重矩阵除以其最大奇异值（Miyato 等 2018）。</translation>
        </message>
        <message>
            <source>Below: it falls to the value or under it. Above: it rises to it.</source>
            <translation>低于：降到这个值或更低。高于：升到这个值。</translation>
        </message>
        <message>
            <source>Boltzmann machine</source>
            <translation>玻尔兹曼机</translation>
        </message>
        <message>
            <source>Both players are told the class y: the index of the mode, or the file's column of labels (Mirza &amp; Osindero 2014).</source>
            <translation>把类别 y 告诉双方：模式的编号，或文件的标签列（Mirza 与 Osindero 2014）。</translation>
        </message>
        <message>
            <source>Cells</source>
            <translation>格数</translation>
        </message>
        <message>
            <source>Cells along one side of the board.</source>
            <translation>棋盘每边的格数。</translation>
        </message>
        <message>
            <source>Chain steps T</source>
            <translation>链的步数 T</translation>
        </message>
        <message>
            <source>Chooses the places; another number, another layout.</source>
            <translation>决定各中心的位置；换一个数，就换一种布局。</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Components k</source>
            <translation>分量数 k</translation>
        </message>
        <message>
            <source>Conditional</source>
            <translation>条件</translation>
        </message>
        <message>
            <source>Consensus is on, and answers the discriminator as it is.</source>
            <translation>共识优化已打开，它面对的是判别器现在的样子。</translation>
        </message>
        <message>
            <source>Consensus moves both players in every step, on fresh samples.</source>
            <translation>共识优化在每一步都用新样本更新双方。</translation>
        </message>
        <message>
            <source>Consensus needs one step of each player, and Unroll K at 0.</source>
            <translation>共识优化要求双方每步各更新一次，且展开 K 为 0。</translation>
        </message>
        <message>
            <source>Consensus optimization: both players also descend the squared norm of the game's gradient (Mescheder et al. 2017); simultaneous order only.</source>
            <translation>共识优化：双方还沿博弈梯度的平方范数下降（Mescheder 等 2017）；仅用于同时更新。</translation>
        </message>
        <message>
            <source>Consensus γ</source>
            <translation>共识 γ</translation>
        </message>
        <message>
            <source>Constraint</source>
            <translation>约束</translation>
        </message>
        <message>
            <source>Coordinates of a point; the pictures show the first 2.</source>
            <translation>一个点的坐标数；图中显示前 2 个。</translation>
        </message>
        <message>
            <source>Coordinates of the data N(0, I) in the other pictures.</source>
            <translation>其他图中数据 N(0, I) 的坐标数。</translation>
        </message>
        <message>
            <source>Correlation</source>
            <translation>相关系数</translation>
        </message>
        <message>
            <source>D = 1 / (1 + exp(−s))</source>
            <translation>D = 1 / (1 + exp(−s))</translation>
        </message>
        <message>
            <source>D itself</source>
            <translation>D 本身</translation>
        </message>
        <message>
            <source>D learns until</source>
            <translation>D 学到第几步</translation>
        </message>
        <message>
            <source>D learns up to this step and is frozen from then on; 0 lets it learn for ever.</source>
            <translation>D 学到这一步，此后冻结；0 则一直学习。</translation>
        </message>
        <message>
            <source>D trained for</source>
            <translation>D 训练步数</translation>
        </message>
        <message>
            <source>D treats every sample alone: it matters with batch norm or minibatch features.</source>
            <translation>D 单独对待每个样本：只有使用批归一化或小批量特征时才起作用。</translation>
        </message>
        <message>
            <source>D(x + ε), ε ~ N(0, σ²)</source>
            <translation>D(x + ε), ε ~ N(0, σ²)</translation>
        </message>
        <message>
            <source>D(x | y), G(z | y)</source>
            <translation>D(x | y), G(z | y)</translation>
        </message>
        <message>
            <source>D(x) = ψ x</source>
            <translation>D(x) = ψ x</translation>
        </message>
        <message>
            <source>D(x₁, …, x_m)</source>
            <translation>D(x₁, …, x_m)</translation>
        </message>
        <message>
            <source>D: N + 1 classes</source>
            <translation>D：N + 1 类</translation>
        </message>
        <message>
            <source>D_f(p‖p_g) ≥ E T(x) − E f*(T(G(z)))</source>
            <translation>D_f(p‖p_g) ≥ E T(x) − E f*(T(G(z)))</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Data and noise</source>
            <translation>数据与噪声</translation>
        </message>
        <message>
            <source>Data and samples in a minibatch, each.</source>
            <translation>小批量中数据与样本各自的个数。</translation>
        </message>
        <message>
            <source>Decay of a running average of the generator's weights, which is shown beside the raw ones and never trained; 0 is off.</source>
            <translation>生成器权重滑动平均的衰减率。平均后的生成器与原来的一同显示，从不参与训练；0 为关闭。</translation>
        </message>
        <message>
            <source>Dimension of z. With 1 the samples lie on a curve.</source>
            <translation>z 的维数。为 1 时样本落在一条曲线上。</translation>
        </message>
        <message>
            <source>Dimensions d</source>
            <translation>维数 d</translation>
        </message>
        <message>
            <source>Dirac (one point)</source>
            <translation>Dirac（单点）</translation>
        </message>
        <message>
            <source>Discriminator</source>
            <translation>判别器</translation>
        </message>
        <message>
            <source>Discriminator updates in a step: the k of Algorithm 1.</source>
            <translation>一步中判别器的更新次数：算法 1 中的 k。</translation>
        </message>
        <message>
            <source>Distance</source>
            <translation>距离</translation>
        </message>
        <message>
            <source>Distance between neighbouring modes.</source>
            <translation>相邻模式之间的距离。</translation>
        </message>
        <message>
            <source>Distance of every mode from the origin.</source>
            <translation>每个模式到原点的距离。</translation>
        </message>
        <message>
            <source>Distance of the roll's outer end from the origin.</source>
            <translation>卷的外端到原点的距离。</translation>
        </message>
        <message>
            <source>Distributions</source>
            <translation>分布</translation>
        </message>
        <message>
            <source>Divergence</source>
            <translation>散度</translation>
        </message>
        <message>
            <source>Draw</source>
            <translation>抽样</translation>
        </message>
        <message>
            <source>Draws D's weights and all samples.</source>
            <translation>决定 D 的权重与所有样本的抽取。</translation>
        </message>
        <message>
            <source>Draws the first weights and the minibatches.</source>
            <translation>决定初始权重与小批量的抽取。</translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation>Dropout</translation>
        </message>
        <message>
            <source>E(x) + [m − E(G(z))]₊</source>
            <translation>E(x) + [m − E(G(z))]₊</translation>
        </message>
        <message>
            <source>ELU</source>
            <translation>ELU</translation>
        </message>
        <message>
            <source>EM</source>
            <translation>EM</translation>
        </message>
        <message>
            <source>Every weight of the critic is kept within ±c.</source>
            <translation>评论器的每个权重都限制在 ±c 之内。</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>First hump: its mean.</source>
            <translation>第一个峰：均值。</translation>
        </message>
        <message>
            <source>First hump: share, before all shares are divided by their sum.</source>
            <translation>第一个峰：比例，所有比例最后除以其总和。</translation>
        </message>
        <message>
            <source>First hump: standard deviation.</source>
            <translation>第一个峰：标准差。</translation>
        </message>
        <message>
            <source>Floor of σ</source>
            <translation>σ 的下限</translation>
        </message>
        <message>
            <source>Fréchet distance</source>
            <translation>Fréchet 距离</translation>
        </message>
        <message>
            <source>G maximises E T(G(z)) instead of minimising the bound: stronger gradients, another divergence (f-GAN, section 3.2).</source>
            <translation>G 不再最小化下界，而是最大化 E T(G(z))：梯度更强，散度不同（f-GAN，3.2 节）。</translation>
        </message>
        <message>
            <source>G steps</source>
            <translation>G 步数</translation>
        </message>
        <message>
            <source>G trained for</source>
            <translation>G 训练步数</translation>
        </message>
        <message>
            <source>G's loss on D</source>
            <translation>G 的损失</translation>
        </message>
        <message>
            <source>G(z) = θ</source>
            <translation>G(z) = θ</translation>
        </message>
        <message>
            <source>GAN</source>
            <translation>GAN</translation>
        </message>
        <message>
            <source>GSN</source>
            <translation>GSN</translation>
        </message>
        <message>
            <source>Game</source>
            <translation>博弈</translation>
        </message>
        <message>
            <source>Games trained side by side, each with its own D.</source>
            <translation>并排训练的博弈数，各有自己的 D。</translation>
        </message>
        <message>
            <source>Gap in p</source>
            <translation>p 的间距</translation>
        </message>
        <message>
            <source>Gap in p_g</source>
            <translation>p_g 的间距</translation>
        </message>
        <message>
            <source>Gaussian</source>
            <translation>高斯分布</translation>
        </message>
        <message>
            <source>Gaussian in 2-D</source>
            <translation>二维高斯分布</translation>
        </message>
        <message>
            <source>Gaussian mixture</source>
            <translation>高斯混合分布</translation>
        </message>
        <message>
            <source>Gaussians</source>
            <translation>高斯分布</translation>
        </message>
        <message>
            <source>Gaussians the density is a mixture of.</source>
            <translation>密度由几个高斯混合而成。</translation>
        </message>
        <message>
            <source>Generated samples that windows are put on.</source>
            <translation>放窗的生成样本数。</translation>
        </message>
        <message>
            <source>Generator</source>
            <translation>生成器</translation>
        </message>
        <message>
            <source>Generator updates in a step; 0 freezes the generator.</source>
            <translation>一步中生成器的更新次数；0 则冻结生成器。</translation>
        </message>
        <message>
            <source>Generators</source>
            <translation>生成器个数</translation>
        </message>
        <message>
            <source>Gradient ascent on the means, ln σ and logits, or expectation maximisation.</source>
            <translation>对均值、ln σ 和 logit 做梯度上升，或期望最大化（EM）。</translation>
        </message>
        <message>
            <source>Half the side of the board.</source>
            <translation>棋盘边长的一半。</translation>
        </message>
        <message>
            <source>Half the side of the square that can be drawn on.</source>
            <translation>可绘制正方形边长的一半。</translation>
        </message>
        <message>
            <source>Half the side of the square that the centres fall into.</source>
            <translation>各中心所在正方形边长的一半。</translation>
        </message>
        <message>
            <source>Half width</source>
            <translation>半边长</translation>
        </message>
        <message>
            <source>He</source>
            <translation>He</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>表头</translation>
        </message>
        <message>
            <source>Heaps on a line, or two sets of points in the plane.</source>
            <translation>直线上的土堆，或平面上的两组点。</translation>
        </message>
        <message>
            <source>Heaviest : lightest</source>
            <translation>最重 : 最轻</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>隐藏层</translation>
        </message>
        <message>
            <source>Hidden layers</source>
            <translation>隐藏层数</translation>
        </message>
        <message>
            <source>Hidden layers of the critic, 64 ReLUs each.</source>
            <translation>评论器的隐藏层数，每层 64 个 ReLU。</translation>
        </message>
        <message>
            <source>High</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>History of fakes</source>
            <translation>旧样本库</translation>
        </message>
        <message>
            <source>Horizon</source>
            <translation>计划长度</translation>
        </message>
        <message>
            <source>How far a point is turned for each unit from the origin.</source>
            <translation>到原点的距离每增加一个单位，点转过的角度。</translation>
        </message>
        <message>
            <source>How far q is shifted.</source>
            <translation>q 平移多远。</translation>
        </message>
        <message>
            <source>How far the segment is from the line x = 0.</source>
            <translation>线段到直线 x = 0 的距离。</translation>
        </message>
        <message>
            <source>How far the two means lie apart.</source>
            <translation>两个均值相距多远。</translation>
        </message>
        <message>
            <source>How far two equal humps lie apart; 0 is one Gaussian.</source>
            <translation>两个相同的峰相距多远；0 为单个高斯。</translation>
        </message>
        <message>
            <source>How gradients become steps.</source>
            <translation>梯度如何变成更新。</translation>
        </message>
        <message>
            <source>How heavy each component is; only the proportions count.</source>
            <translation>各分量的权重；只有比例起作用。</translation>
        </message>
        <message>
            <source>How long a chain is: steps of a diffusion, or of a Markov chain taken to have mixed.</source>
            <translation>链有多长：扩散的步数，或认为已混合的马尔可夫链的步数。</translation>
        </message>
        <message>
            <source>How many are drawn.</source>
            <translation>抽取多少个。</translation>
        </message>
        <message>
            <source>How many arms turn around the origin.</source>
            <translation>绕原点旋转的臂数。</translation>
        </message>
        <message>
            <source>How many components, or modes, the mixture has.</source>
            <translation>混合分布的分量（即模式）个数。</translation>
        </message>
        <message>
            <source>How many numbers one sample has: 784 are 28 × 28 pixels.</source>
            <translation>一个样本含多少个数：784 即 28 × 28 像素。</translation>
        </message>
        <message>
            <source>How many numbers one z has.</source>
            <translation>一个 z 包含多少个数。</translation>
        </message>
        <message>
            <source>How many old generated samples are kept; half of D's generated samples are then drawn from them (Shrivastava et al. 2017). 0 is off.</source>
            <translation>保留多少个旧的生成样本；D 所见的生成样本有一半取自其中（Shrivastava 等 2017）。0 为关闭。</translation>
        </message>
        <message>
            <source>How many steps of the paths are drawn.</source>
            <translation>路径画多少步。</translation>
        </message>
        <message>
            <source>How many steps were made from the start.</source>
            <translation>从起点走了多少步。</translation>
        </message>
        <message>
            <source>How many times heavier the heaviest mode is than the lightest.</source>
            <translation>最重的模式是最轻的模式的多少倍。</translation>
        </message>
        <message>
            <source>How many times the curve winds around the origin.</source>
            <translation>曲线绕原点多少圈。</translation>
        </message>
        <message>
            <source>How much of the way is done.</source>
            <translation>路程完成了多少。</translation>
        </message>
        <message>
            <source>How much the penalty counts in D's loss.</source>
            <translation>惩罚项在 D 的损失中的权重。</translation>
        </message>
        <message>
            <source>How much the penalty or consensus counts.</source>
            <translation>惩罚或共识的权重。</translation>
        </message>
        <message>
            <source>How strongly x and y go together.</source>
            <translation>x 与 y 的相关程度。</translation>
        </message>
        <message>
            <source>How the learning rate falls: to 0 in a straight line or half a cosine at the horizon, or by a factor e every horizon.</source>
            <translation>学习率如何下降：沿直线或半个余弦在计划长度处降到 0，或每过一个计划长度降为 1/e。</translation>
        </message>
        <message>
            <source>How the weights are drawn before the first step; biases follow the same rule or start at 0.</source>
            <translation>第一步之前权重如何抽取；偏置遵循同样的规则，或从 0 开始。</translation>
        </message>
        <message>
            <source>How wide this hump is; drag its top up or down.</source>
            <translation>这个峰的宽度；可上下拖动它的顶点。</translation>
        </message>
        <message>
            <source>Initial weights</source>
            <translation>初始权重</translation>
        </message>
        <message>
            <source>Inner : outer</source>
            <translation>内 : 外</translation>
        </message>
        <message>
            <source>Instance noise σ</source>
            <translation>实例噪声 σ</translation>
        </message>
        <message>
            <source>Is</source>
            <translation>是</translation>
        </message>
        <message>
            <source>Iteration</source>
            <translation>迭代次数</translation>
        </message>
        <message>
            <source>JS divergence</source>
            <translation>JS 散度</translation>
        </message>
        <message>
            <source>JS of the averaged G</source>
            <translation>平均 G 的 JS</translation>
        </message>
        <message>
            <source>Jeffrey</source>
            <translation>Jeffrey</translation>
        </message>
        <message>
            <source>Jensen–Shannon</source>
            <translation>Jensen–Shannon</translation>
        </message>
        <message>
            <source>KL</source>
            <translation>KL</translation>
        </message>
        <message>
            <source>Kernel width h</source>
            <translation>带宽 h</translation>
        </message>
        <message>
            <source>Kolmogorov-Smirnov</source>
            <translation>Kolmogorov-Smirnov</translation>
        </message>
        <message>
            <source>L_G = −E T(G(z))</source>
            <translation>L_G = −E T(G(z))</translation>
        </message>
        <message>
            <source>L_G(θ, φ_K(θ, φ))</source>
            <translation>L_G(θ, φ_K(θ, φ))</translation>
        </message>
        <message>
            <source>Label column</source>
            <translation>标签列</translation>
        </message>
        <message>
            <source>Label noise</source>
            <translation>标签噪声</translation>
        </message>
        <message>
            <source>Label smoothing</source>
            <translation>标签平滑</translation>
        </message>
        <message>
            <source>Laplace</source>
            <translation>拉普拉斯分布</translation>
        </message>
        <message>
            <source>Layout</source>
            <translation>布局</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>学习率</translation>
        </message>
        <message>
            <source>Learning rate of both players.</source>
            <translation>双方的学习率。</translation>
        </message>
        <message>
            <source>Learning rate.</source>
            <translation>学习率。</translation>
        </message>
        <message>
            <source>Left end of the interval.</source>
            <translation>区间的左端点。</translation>
        </message>
        <message>
            <source>Limit of every weight; the nearest trained is shown.</source>
            <translation>每个权重的上限；显示最接近的已训练的一个。</translation>
        </message>
        <message>
            <source>Lipschitz</source>
            <translation>Lipschitz 约束</translation>
        </message>
        <message>
            <source>Logit s</source>
            <translation>logit s</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>下限</translation>
        </message>
        <message>
            <source>MAD-GAN mixture</source>
            <translation>MAD-GAN 混合分布</translation>
        </message>
        <message>
            <source>MAD-GAN: so many generators against one discriminator, which also has to tell who made a sample.</source>
            <translation>MAD-GAN：这么多生成器对一个判别器，判别器还要认出样本出自哪个生成器。</translation>
        </message>
        <message>
            <source>MMD²</source>
            <translation>MMD²</translation>
        </message>
        <message>
            <source>Margin m</source>
            <translation>间隔 m</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>均值</translation>
        </message>
        <message>
            <source>Mean at the start; several are spread about it.</source>
            <translation>起始均值；有多个分量时散布在它周围。</translation>
        </message>
        <message>
            <source>Mean distance of a sample from the peak.</source>
            <translation>样本到峰的平均距离。</translation>
        </message>
        <message>
            <source>Mean in x</source>
            <translation>x 均值</translation>
        </message>
        <message>
            <source>Mean in y</source>
            <translation>y 均值</translation>
        </message>
        <message>
            <source>Mean of p</source>
            <translation>p 的均值</translation>
        </message>
        <message>
            <source>Mean of p_g</source>
            <translation>p_g 的均值</translation>
        </message>
        <message>
            <source>Mean of the second distribution.</source>
            <translation>第二个分布的均值。</translation>
        </message>
        <message>
            <source>Means</source>
            <translation>各均值</translation>
        </message>
        <message>
            <source>Middle of q's points, along x.</source>
            <translation>q 的点的中心，x 方向。</translation>
        </message>
        <message>
            <source>Middle of q's points, along y.</source>
            <translation>q 的点的中心，y 方向。</translation>
        </message>
        <message>
            <source>Minibatch discrimination: so many numbers tell D's last layer how near a sample is to the others of its minibatch; 0 is off.</source>
            <translation>小批量判别：用这么多个数告诉 D 的最后一层，样本离同一小批量中的其他样本有多近；0 为关闭。</translation>
        </message>
        <message>
            <source>Minibatch features</source>
            <translation>小批量特征</translation>
        </message>
        <message>
            <source>Minibatches</source>
            <translation>小批量</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>Modes</source>
            <translation>模式数</translation>
        </message>
        <message>
            <source>Modes along one side; the grid has side × side of them.</source>
            <translation>每边的模式数；网格共有 边 × 边 个模式。</translation>
        </message>
        <message>
            <source>Modes at ±m</source>
            <translation>模式在 ±m</translation>
        </message>
        <message>
            <source>Modes dropped</source>
            <translation>丢掉的模式</translation>
        </message>
        <message>
            <source>Modes that are not generated at all; one always stays.</source>
            <translation>完全不生成的模式数；至少留下一个。</translation>
        </message>
        <message>
            <source>Moment matching trains no discriminator.</source>
            <translation>矩匹配不训练判别器。</translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation>动量</translation>
        </message>
        <message>
            <source>Multiplies every mean and std of the paper's mixture.</source>
            <translation>乘到论文混合分布的每个均值和标准差上。</translation>
        </message>
        <message>
            <source>N(x; xᵢ, σ²)</source>
            <translation>N(x; xᵢ, σ²)</translation>
        </message>
        <message>
            <source>Neyman χ²</source>
            <translation>Neyman χ²</translation>
        </message>
        <message>
            <source>No samples are kept where several generators play.</source>
            <translation>有多个生成器时不保留旧样本。</translation>
        </message>
        <message>
            <source>No σ may be smaller: without a floor a component on a single point has infinite likelihood.</source>
            <translation>任何 σ 不得小于此值：没有下限时，缩到单个点上的分量似然为无穷大。</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>噪声</translation>
        </message>
        <message>
            <source>Noise added to data and samples while G is frozen.</source>
            <translation>G 冻结后，加在数据与样本上的噪声。</translation>
        </message>
        <message>
            <source>Noise decays in</source>
            <translation>噪声衰减步数</translation>
        </message>
        <message>
            <source>Noise dimension</source>
            <translation>噪声维数</translation>
        </message>
        <message>
            <source>Noise for D</source>
            <translation>给 D 的噪声</translation>
        </message>
        <message>
            <source>Noise of the samples</source>
            <translation>样本的噪声</translation>
        </message>
        <message>
            <source>Norm</source>
            <translation>归一化</translation>
        </message>
        <message>
            <source>Numbers n</source>
            <translation>维数 n</translation>
        </message>
        <message>
            <source>One or two columns, counted from 1; empty takes the first numeric ones.</source>
            <translation>一列或两列，从 1 数起；留空则取最前面的数值列。</translation>
        </message>
        <message>
            <source>One-sided: D's target on data is 1 − s instead of 1; on samples it stays 0 (Salimans et al. 2016).</source>
            <translation>单侧：D 在数据上的目标是 1 − s 而不是 1；在样本上仍为 0（Salimans 等 2016）。</translation>
        </message>
        <message>
            <source>Only Adam and RMSProp use it.</source>
            <translation>仅 Adam 和 RMSProp 使用。</translation>
        </message>
        <message>
            <source>Only Adam uses it.</source>
            <translation>仅 Adam 使用。</translation>
        </message>
        <message>
            <source>Only the optimizer momentum uses it.</source>
            <translation>仅动量优化器使用。</translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation>优化器</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>顺序</translation>
        </message>
        <message>
            <source>Order matters only when both players move.</source>
            <translation>只有双方都更新时，顺序才起作用。</translation>
        </message>
        <message>
            <source>Other pairing</source>
            <translation>另一种配对</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>输出</translation>
        </message>
        <message>
            <source>PacGAN: D judges so many samples at once, all real or all generated.</source>
            <translation>PacGAN：D 一次评判这么多个样本，全为真实样本或全为生成样本。</translation>
        </message>
        <message>
            <source>Pack</source>
            <translation>打包数</translation>
        </message>
        <message>
            <source>Pearson χ²</source>
            <translation>Pearson χ²</translation>
        </message>
        <message>
            <source>Penalty</source>
            <translation>惩罚</translation>
        </message>
        <message>
            <source>Penalty λ</source>
            <translation>惩罚权重 λ</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>Playing stops exactly at this step; 0 is off. Beyond it nothing stops.</source>
            <translation>播放恰好停在这一步；0 表示不用。已经过了这一步就不再停。</translation>
        </message>
        <message>
            <source>Playing stops once it has been played for so long since it began; pauses do not count. 0 is off.</source>
            <translation>从开始算起播放满这么长时间就停；暂停不计入。0 表示不用。</translation>
        </message>
        <message>
            <source>Playing stops when this measure crosses the value below. It is looked at whenever it is read, not at every step; of several runs their median counts, without those that have diverged.</source>
            <translation>当这个度量越过下面的值时停止播放。只在读数时检查，不是每一步都查；有多次运行时取中位数，已发散的不算。</translation>
        </message>
        <message>
            <source>Point x</source>
            <translation>点 x</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>点</translation>
        </message>
        <message>
            <source>Points a sample n</source>
            <translation>每组点数 n</translation>
        </message>
        <message>
            <source>Points each n</source>
            <translation>每组点数 n</translation>
        </message>
        <message>
            <source>Points in either sample.</source>
            <translation>每组样本的点数。</translation>
        </message>
        <message>
            <source>Points known</source>
            <translation>已知点数</translation>
        </message>
        <message>
            <source>Points of each sample that the estimates rest on.</source>
            <translation>估计所用的每组样本的点数。</translation>
        </message>
        <message>
            <source>Points of each set.</source>
            <translation>每组的点数。</translation>
        </message>
        <message>
            <source>Points that the model has learnt by heart.</source>
            <translation>模型背下来的点数。</translation>
        </message>
        <message>
            <source>Points to drag, or n drawn from a known p, 0.4 N(−2, 0.7²) + 0.6 N(2, 1).</source>
            <translation>可拖动的点，或从已知的 p 中抽取的 n 个点，p = 0.4 N(−2, 0.7²) + 0.6 N(2, 1)。</translation>
        </message>
        <message>
            <source>Pulling away</source>
            <translation>推开项</translation>
        </message>
        <message>
            <source>R1</source>
            <translation>R1</translation>
        </message>
        <message>
            <source>R2</source>
            <translation>R2</translation>
        </message>
        <message>
            <source>RMSProp</source>
            <translation>RMSProp</translation>
        </message>
        <message>
            <source>Radius</source>
            <translation>半径</translation>
        </message>
        <message>
            <source>Radius of the inner circle over that of the outer.</source>
            <translation>内圆半径与外圆半径之比。</translation>
        </message>
        <message>
            <source>Random relabellings that the p-value rests on.</source>
            <translation>p 值所依据的随机重排标签的次数。</translation>
        </message>
        <message>
            <source>ReLU</source>
            <translation>ReLU</translation>
        </message>
        <message>
            <source>Relabellings B</source>
            <translation>重排次数 B</translation>
        </message>
        <message>
            <source>Right end of the interval.</source>
            <translation>区间的右端点。</translation>
        </message>
        <message>
            <source>Run r draws from seed + r.</source>
            <translation>第 r 个运行使用种子 + r。</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>运行数</translation>
        </message>
        <message>
            <source>SGD</source>
            <translation>SGD</translation>
        </message>
        <message>
            <source>Samples are data with Gaussian noise of this std.</source>
            <translation>样本是加了高斯噪声的数据，噪声的标准差为此值。</translation>
        </message>
        <message>
            <source>Samples in a minibatch, fresh at every update.</source>
            <translation>小批量中的样本数，每次更新都重新抽取。</translation>
        </message>
        <message>
            <source>Samples n</source>
            <translation>样本数 n</translation>
        </message>
        <message>
            <source>Samples on the line.</source>
            <translation>直线上的样本。</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>尺度</translation>
        </message>
        <message>
            <source>Scale data to</source>
            <translation>数据缩放到</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>学习率计划</translation>
        </message>
        <message>
            <source>Second hump: its mean.</source>
            <translation>第二个峰：均值。</translation>
        </message>
        <message>
            <source>Second hump: share.</source>
            <translation>第二个峰：比例。</translation>
        </message>
        <message>
            <source>Second hump: standard deviation.</source>
            <translation>第二个峰：标准差。</translation>
        </message>
        <message>
            <source>Second sample</source>
            <translation>第二组样本</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>Seed of the run: another one hops in another order.</source>
            <translation>运行的种子：换一个，跳跃的次序就不同。</translation>
        </message>
        <message>
            <source>Seeds</source>
            <translation>种子数</translation>
        </message>
        <message>
            <source>Seeds trained side by side.</source>
            <translation>并排训练的种子数。</translation>
        </message>
        <message>
            <source>Separate: data and samples pass D as minibatches of their own. Mixed: as one, which matters where D norms over the minibatch.</source>
            <translation>分开：数据与样本各成小批量通过 D。混合：合成一个，只有 D 在小批量上归一化时才有区别。</translation>
        </message>
        <message>
            <source>Several generators play with the loss minimax or non-saturating only.</source>
            <translation>多个生成器只能用于极小极大或非饱和损失。</translation>
        </message>
        <message>
            <source>Share of D's training pairs whose labels real and fake are exchanged.</source>
            <translation>D 的训练样本对中，真假标签互换的比例。</translation>
        </message>
        <message>
            <source>Share of hidden units silenced at random in training.</source>
            <translation>训练中随机关闭的隐藏单元比例。</translation>
        </message>
        <message>
            <source>Share of noise</source>
            <translation>噪声比例</translation>
        </message>
        <message>
            <source>Share of samples from a wide Gaussian, std 2.5.</source>
            <translation>取自宽高斯（标准差 2.5）的样本比例。</translation>
        </message>
        <message>
            <source>Share of samples that come from the data themselves.</source>
            <translation>直接取自数据的样本所占的比例。</translation>
        </message>
        <message>
            <source>Share w of the data</source>
            <translation>数据比例 w</translation>
        </message>
        <message>
            <source>Shift and scale every column to mean 0 and standard deviation 1.</source>
            <translation>平移并缩放每一列，使均值为 0、标准差为 1。</translation>
        </message>
        <message>
            <source>Shift δ</source>
            <translation>平移 δ</translation>
        </message>
        <message>
            <source>Shift θ</source>
            <translation>平移 θ</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>边</translation>
        </message>
        <message>
            <source>Slope g₀</source>
            <translation>斜率 g₀</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>空间</translation>
        </message>
        <message>
            <source>Spacing</source>
            <translation>间距</translation>
        </message>
        <message>
            <source>Spread</source>
            <translation>散布范围</translation>
        </message>
        <message>
            <source>Spread of a mode</source>
            <translation>模式的宽度</translation>
        </message>
        <message>
            <source>Spread of p</source>
            <translation>p 的宽度</translation>
        </message>
        <message>
            <source>Spread of p_g</source>
            <translation>p_g 的宽度</translation>
        </message>
        <message>
            <source>Spread s</source>
            <translation>宽度 s</translation>
        </message>
        <message>
            <source>Standard deviation</source>
            <translation>标准差</translation>
        </message>
        <message>
            <source>Standard deviation across an arm.</source>
            <translation>垂直于臂方向的标准差。</translation>
        </message>
        <message>
            <source>Standard deviation along an arm, centred at radius 2.</source>
            <translation>沿臂方向的标准差，中心在半径 2 处。</translation>
        </message>
        <message>
            <source>Standard deviation along x.</source>
            <translation>x 方向的标准差。</translation>
        </message>
        <message>
            <source>Standard deviation along y.</source>
            <translation>y 方向的标准差。</translation>
        </message>
        <message>
            <source>Standard deviation at the start.</source>
            <translation>起始标准差。</translation>
        </message>
        <message>
            <source>Standard deviation in x</source>
            <translation>x 标准差</translation>
        </message>
        <message>
            <source>Standard deviation in x; without it the segment has no density.</source>
            <translation>x 方向的标准差；没有它，线段就没有密度。</translation>
        </message>
        <message>
            <source>Standard deviation in y</source>
            <translation>y 标准差</translation>
        </message>
        <message>
            <source>Standard deviation of Gaussian noise on everything that D sees (Sønderby et al. 2017); 0 is off.</source>
            <translation>加在 D 所见一切样本上的高斯噪声的标准差（Sønderby 等 2017）；0 为关闭。</translation>
        </message>
        <message>
            <source>Standard deviation of a mode, in those of the data's.</source>
            <translation>一个模式的标准差，以数据的标准差为单位。</translation>
        </message>
        <message>
            <source>Standard deviation of each component.</source>
            <translation>各分量的标准差。</translation>
        </message>
        <message>
            <source>Standard deviation of one component.</source>
            <translation>单个分量的标准差。</translation>
        </message>
        <message>
            <source>Standard deviation of the generated; the data's is 1.</source>
            <translation>生成样本的标准差；数据的为 1。</translation>
        </message>
        <message>
            <source>Standard deviation of the hump, or of each of the two.</source>
            <translation>峰的标准差；有两个峰时为每个峰的标准差。</translation>
        </message>
        <message>
            <source>Standard deviation of the noise around the curve.</source>
            <translation>曲线周围噪声的标准差。</translation>
        </message>
        <message>
            <source>Standard deviation of the noise on all that D sees.</source>
            <translation>D 所见一切样本上的噪声的标准差。</translation>
        </message>
        <message>
            <source>Standard deviation of the second distribution.</source>
            <translation>第二个分布的标准差。</translation>
        </message>
        <message>
            <source>Standard deviations</source>
            <translation>各标准差</translation>
        </message>
        <message>
            <source>Standardise</source>
            <translation>标准化</translation>
        </message>
        <message>
            <source>Start of θ</source>
            <translation>θ 的起点</translation>
        </message>
        <message>
            <source>Start of ψ</source>
            <translation>ψ 的起点</translation>
        </message>
        <message>
            <source>Start θ</source>
            <translation>θ 的起点</translation>
        </message>
        <message>
            <source>Start ψ</source>
            <translation>ψ 的起点</translation>
        </message>
        <message>
            <source>Statistic</source>
            <translation>统计量</translation>
        </message>
        <message>
            <source>Step shown</source>
            <translation>显示第几步</translation>
        </message>
        <message>
            <source>Step size</source>
            <translation>步长</translation>
        </message>
        <message>
            <source>Step size h</source>
            <translation>步长 h</translation>
        </message>
        <message>
            <source>Step size of gradient ascent; halved where the likelihood would fall.</source>
            <translation>梯度上升的步长；似然会下降时减半。</translation>
        </message>
        <message>
            <source>Step t</source>
            <translation>第 t 步</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步数</translation>
        </message>
        <message>
            <source>Steps after which G is frozen.</source>
            <translation>G 训练多少步后冻结。</translation>
        </message>
        <message>
            <source>Steps by</source>
            <translation>更新方法</translation>
        </message>
        <message>
            <source>Steps from the second picture to the fourth; D is shown half way.</source>
            <translation>从第二幅图到第四幅图的步数；D 取其中间。</translation>
        </message>
        <message>
            <source>Steps of the fresh D at which it is looked at.</source>
            <translation>看新的 D 训练到第几步。</translation>
        </message>
        <message>
            <source>Steps over which the instance noise falls to 0 in a straight line; 0 keeps it.</source>
            <translation>实例噪声沿直线降到 0 所用的步数；0 则保持不变。</translation>
        </message>
        <message>
            <source>Steps that the schedule is laid out over.</source>
            <translation>学习率计划所跨的步数。</translation>
        </message>
        <message>
            <source>Steps to the next</source>
            <translation>到下一幅的步数</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止条件</translation>
        </message>
        <message>
            <source>Strokes</source>
            <translation>笔画</translation>
        </message>
        <message>
            <source>Swiss roll</source>
            <translation>瑞士卷</translation>
        </message>
        <message>
            <source>The Dirac game has one number for each player: no layers, no noise, no box to scale.</source>
            <translation>Dirac 博弈中双方各只有一个数：没有网络层，没有噪声，也没有可缩放的范围。</translation>
        </message>
        <message>
            <source>The data, scaled as in the paper's toy.</source>
            <translation>数据，按论文中示例的尺度缩放。</translation>
        </message>
        <message>
            <source>The data: 8 modes on a ring or 25 on a grid.</source>
            <translation>数据：环上 8 个模式，或网格上 25 个。</translation>
        </message>
        <message>
            <source>The distribution the generator is to learn.</source>
            <translation>生成器要学习的分布。</translation>
        </message>
        <message>
            <source>The energy D lifts generated samples to, and no higher; in scaled units where data are scaled.</source>
            <translation>D 把生成样本的能量抬高到这个值为止；数据缩放时以缩放后的单位计。</translation>
        </message>
        <message>
            <source>The family of models spoken of.</source>
            <translation>所谈的是哪一族模型。</translation>
        </message>
        <message>
            <source>The first hump's share of the heap.</source>
            <translation>第一个峰占这堆土的比例。</translation>
        </message>
        <message>
            <source>The generator is frozen: G steps is 0.</source>
            <translation>生成器已冻结：G 步数为 0。</translation>
        </message>
        <message>
            <source>The learning rate stays constant: choose a schedule above.</source>
            <translation>学习率保持不变：请先在上面选择一种计划。</translation>
        </message>
        <message>
            <source>The loss, and what is added to make the players come to rest.</source>
            <translation>损失，以及为使双方静止而添加的成分。</translation>
        </message>
        <message>
            <source>The middle of the density.</source>
            <translation>密度的中心。</translation>
        </message>
        <message>
            <source>The network's learning rate (Adam).</source>
            <translation>网络的学习率（Adam）。</translation>
        </message>
        <message>
            <source>The non-linearity after every hidden layer; maxout takes the largest of 5 linear pieces.</source>
            <translation>每个隐藏层之后的非线性函数；maxout 取 5 个线性片段中的最大值。</translation>
        </message>
        <message>
            <source>The pairing that the optimal one is compared with.</source>
            <translation>与最优配对作比较的配对方式。</translation>
        </message>
        <message>
            <source>The penalty weighs nothing: λ is 0.</source>
            <translation>惩罚不起作用：λ 为 0。</translation>
        </message>
        <message>
            <source>The point whose own game is drawn at the right.</source>
            <translation>右图所画的那一局在哪个点。</translation>
        </message>
        <message>
            <source>The slope that the discriminator starts with.</source>
            <translation>判别器起始时的斜率。</translation>
        </message>
        <message>
            <source>The slope that the penalty asks D for; of a pack, for each sample.</source>
            <translation>惩罚要求 D 达到的斜率；打包时对每个样本而言。</translation>
        </message>
        <message>
            <source>The step of its training at which the network is seen.</source>
            <translation>看网络训练到第几步。</translation>
        </message>
        <message>
            <source>The step of their training at which both are seen.</source>
            <translation>看两者训练到第几步。</translation>
        </message>
        <message>
            <source>The strokes in the order they were drawn.</source>
            <translation>按绘制顺序排列的笔画。</translation>
        </message>
        <message>
            <source>The test statistic that is shown.</source>
            <translation>所显示的检验统计量。</translation>
        </message>
        <message>
            <source>The training step of the second picture.</source>
            <translation>第二幅图对应的训练步。</translation>
        </message>
        <message>
            <source>The two distributions: p stays, q is θ further to the right.</source>
            <translation>两个分布：p 不动，q 向右平移 θ。</translation>
        </message>
        <message>
            <source>The value that the measure is to reach, in its units.</source>
            <translation>度量要达到的值，用它自己的单位。</translation>
        </message>
        <message>
            <source>There is no hidden layer to activate.</source>
            <translation>没有可激活的隐藏层。</translation>
        </message>
        <message>
            <source>There is no hidden layer to drop units from.</source>
            <translation>没有可丢弃单元的隐藏层。</translation>
        </message>
        <message>
            <source>There is no hidden layer to norm.</source>
            <translation>没有可归一化的隐藏层。</translation>
        </message>
        <message>
            <source>There is no instance noise to fade.</source>
            <translation>没有可衰减的实例噪声。</translation>
        </message>
        <message>
            <source>There is no penalty to weigh: choose one above.</source>
            <translation>没有要加权的惩罚项：请先在上面选择一种。</translation>
        </message>
        <message>
            <source>Thickness</source>
            <translation>厚度</translation>
        </message>
        <message>
            <source>Third hump: its mean.</source>
            <translation>第三个峰：均值。</translation>
        </message>
        <message>
            <source>Third hump: share; at 0 there is none.</source>
            <translation>第三个峰：比例；0 即没有。</translation>
        </message>
        <message>
            <source>Third hump: standard deviation.</source>
            <translation>第三个峰：标准差。</translation>
        </message>
        <message>
            <source>This data has no classes to tell the players.</source>
            <translation>该数据没有可以告诉双方的类别。</translation>
        </message>
        <message>
            <source>Training points m</source>
            <translation>训练点数 m</translation>
        </message>
        <message>
            <source>Training points that are repeated for ever.</source>
            <translation>不断重复的训练点数。</translation>
        </message>
        <message>
            <source>Tricks</source>
            <translation>技巧</translation>
        </message>
        <message>
            <source>Turns</source>
            <translation>圈数</translation>
        </message>
        <message>
            <source>Twist</source>
            <translation>扭转</translation>
        </message>
        <message>
            <source>Unit: both networks see the data's box as [−1, 1]; with G's output tanh, G reaches just that box. Penalties are still in the data's own units.</source>
            <translation>[−1, 1]：两个网络都把数据的范围看作 [−1, 1]；G 的输出为 tanh 时，恰好覆盖这个范围。惩罚仍以数据原来的单位计算。</translation>
        </message>
        <message>
            <source>Units in each of the network's two hidden layers.</source>
            <translation>网络两个隐藏层各自的单元数。</translation>
        </message>
        <message>
            <source>Unroll K</source>
            <translation>展开 K</translation>
        </message>
        <message>
            <source>Unrolled GAN: G answers the D that so many further D steps would give, and its gradient flows through those steps (Metz et al. 2017).</source>
            <translation>展开的 GAN：G 面对的是 D 再走这么多步之后的样子，梯度也穿过这些步（Metz 等 2017）。</translation>
        </message>
        <message>
            <source>Updates of D (or of y) in a step, before the other's one.</source>
            <translation>一步中 D（或 y）的更新次数，在另一方更新之前。</translation>
        </message>
        <message>
            <source>VAE</source>
            <translation>VAE</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>WGAN</source>
            <translation>WGAN</translation>
        </message>
        <message>
            <source>WGAN, clipped</source>
            <translation>WGAN，裁剪</translation>
        </message>
        <message>
            <source>WGAN-GP</source>
            <translation>WGAN-GP</translation>
        </message>
        <message>
            <source>Wasserstein</source>
            <translation>Wasserstein</translation>
        </message>
        <message>
            <source>Way done t</source>
            <translation>已走路程 t</translation>
        </message>
        <message>
            <source>Weighs the generator's loss: below 1, D passes it less gradient.</source>
            <translation>给生成器的损失加权：小于 1 时，D 传给它的梯度较小。</translation>
        </message>
        <message>
            <source>Weighs the pulling-away term: the mean squared cosine between the codes of G's samples, 0 where they are orthogonal.</source>
            <translation>推开项的权重：G 的样本编码两两夹角余弦平方的均值，正交时为 0。</translation>
        </message>
        <message>
            <source>Weight limit c</source>
            <translation>权重上限 c</translation>
        </message>
        <message>
            <source>Weight of the gradient penalty.</source>
            <translation>梯度惩罚的权重。</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>Weights are clipped with the Wasserstein loss only: choose it under Game.</source>
            <translation>只有使用 Wasserstein 损失时才裁剪权重：请在“博弈”中选择它。</translation>
        </message>
        <message>
            <source>What D says of the sample before the sigmoid.</source>
            <translation>D 在 sigmoid 之前对样本的输出。</translation>
        </message>
        <message>
            <source>What D should answer to data.</source>
            <translation>D 对数据应给出的值。</translation>
        </message>
        <message>
            <source>What D should answer to generated samples.</source>
            <translation>D 对生成样本应给出的值。</translation>
        </message>
        <message>
            <source>What G learns: eight or 25 Gaussians, a roll, or N(4, 0.3²) in 1-D.</source>
            <translation>G 要学的：八个或 25 个高斯、瑞士卷，或一维的 N(4, 0.3²)。</translation>
        </message>
        <message>
            <source>What G wants D to answer to its samples. With b − c = 1 and b − a = 2, G minimises a Pearson χ².</source>
            <translation>G 希望 D 对其样本给出的值。当 b − c = 1 且 b − a = 2 时，G 最小化一个 Pearson χ² 散度。</translation>
        </message>
        <message>
            <source>What generates: the data's modes, changed; one Gaussian with the data's mean and covariance; or training points, repeated.</source>
            <translation>用什么生成：改变后的数据模式；与数据均值和协方差相同的单个高斯；或重复的训练点。</translation>
        </message>
        <message>
            <source>What keeps D smooth: the gradient penalty of WGAN-GP between data and samples, its one-sided kind that forgives gentle slopes, R1 on the data, R2 on the samples.</source>
            <translation>使 D 保持平滑的办法：WGAN-GP 的梯度惩罚作用于数据与样本之间，其单侧形式不惩罚平缓的斜率，R1 作用于数据，R2 作用于样本。</translation>
        </message>
        <message>
            <source>What keeps the critic's slopes from growing without end: a penalty on slopes above 1, one on slopes other than 1, or weights cut off at ±c.</source>
            <translation>使评论器的斜率不致无限增长的办法：惩罚大于 1 的斜率，惩罚不等于 1 的斜率，或把权重裁剪到 ±c。</translation>
        </message>
        <message>
            <source>What of D is differentiated: log(1 − D), −log D, or D itself.</source>
            <translation>对 D 的什么求导：log(1 − D)、−log D，或 D 本身。</translation>
        </message>
        <message>
            <source>What p's points are drawn from.</source>
            <translation>p 的点取自什么分布。</translation>
        </message>
        <message>
            <source>What q's points are drawn from.</source>
            <translation>q 的点取自什么分布。</translation>
        </message>
        <message>
            <source>What share of the last step is repeated; momentum only.</source>
            <translation>重复上一步更新的比例；仅用于动量优化器。</translation>
        </message>
        <message>
            <source>What the gradient penalty is multiplied by.</source>
            <translation>梯度惩罚所乘的系数。</translation>
        </message>
        <message>
            <source>What the last layer passes through; tanh only reaches (-1, 1).</source>
            <translation>最后一层的输出函数；tanh 只能取到 (-1, 1)。</translation>
        </message>
        <message>
            <source>What the second sample is drawn from; the first is from N(0, 1).</source>
            <translation>第二组样本取自什么分布；第一组取自 N(0, 1)。</translation>
        </message>
        <message>
            <source>What the two players optimise.</source>
            <translation>两个玩家各自优化什么。</translation>
        </message>
        <message>
            <source>When diverged</source>
            <translation>发散时</translation>
        </message>
        <message>
            <source>When measure</source>
            <translation>当度量</translation>
        </message>
        <message>
            <source>Where each component is centred.</source>
            <translation>各分量的中心。</translation>
        </message>
        <message>
            <source>Where the distribution is centred along x.</source>
            <translation>分布在 x 方向的中心。</translation>
        </message>
        <message>
            <source>Where the distribution is centred along y.</source>
            <translation>分布在 y 方向的中心。</translation>
        </message>
        <message>
            <source>Where the distribution is centred.</source>
            <translation>分布的中心。</translation>
        </message>
        <message>
            <source>Where the generator's one point starts.</source>
            <translation>生成器的唯一一个点从哪里开始。</translation>
        </message>
        <message>
            <source>Where the paths start: D's slope ψ (or y).</source>
            <translation>路径的起点：D 的斜率 ψ（或 y）。</translation>
        </message>
        <message>
            <source>Where the paths start: G's θ (or x).</source>
            <translation>路径的起点：G 的 θ（或 x）。</translation>
        </message>
        <message>
            <source>Where the points lie.</source>
            <translation>各点的位置。</translation>
        </message>
        <message>
            <source>Where the table reads the gradients.</source>
            <translation>表中的梯度在哪里读取。</translation>
        </message>
        <message>
            <source>Where the two modes are; mean 0 and std 1 stay.</source>
            <translation>两个模式的位置；均值 0 与标准差 1 保持不变。</translation>
        </message>
        <message>
            <source>Where this hump of the heap is.</source>
            <translation>这个峰在哪里。</translation>
        </message>
        <message>
            <source>Where training starts: μ.</source>
            <translation>训练的起点：μ。</translation>
        </message>
        <message>
            <source>Where training starts: σ.</source>
            <translation>训练的起点：σ。</translation>
        </message>
        <message>
            <source>Where z comes from: a standard Gaussian, or uniform on [-1, 1].</source>
            <translation>z 的分布：标准高斯分布，或 [-1, 1] 上的均匀分布。</translation>
        </message>
        <message>
            <source>Whether the first line names the columns; auto looks for itself.</source>
            <translation>第一行是否为列名；“自动”会自行判断。</translation>
        </message>
        <message>
            <source>Whether the modes kept lie side by side or all over the data.</source>
            <translation>保留的模式是相邻，还是散布在全部数据中。</translation>
        </message>
        <message>
            <source>Which D_f(p‖q) the Gaussian q is fitted by, and G is trained by.</source>
            <translation>高斯 q 按哪种 D_f(p‖q) 拟合，G 也按它训练。</translation>
        </message>
        <message>
            <source>Which f-divergence D's bound is a lower bound of.</source>
            <translation>D 的下界所对应的 f-散度。</translation>
        </message>
        <message>
            <source>Which of the two models is in the picture.</source>
            <translation>图中显示两个模型中的哪一个。</translation>
        </message>
        <message>
            <source>Which ones</source>
            <translation>保留哪些</translation>
        </message>
        <message>
            <source>Which points are drawn: the seed.</source>
            <translation>抽取哪些点：种子。</translation>
        </message>
        <message>
            <source>Which sample.</source>
            <translation>抽取哪一组样本。</translation>
        </message>
        <message>
            <source>Which samples are drawn: the seed.</source>
            <translation>抽取哪些样本：种子。</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>宽度</translation>
        </message>
        <message>
            <source>Width h of MMD's Gaussian kernel.</source>
            <translation>MMD 高斯核的宽度 h。</translation>
        </message>
        <message>
            <source>Width of the Gaussian about each training point.</source>
            <translation>每个训练点周围高斯的宽度。</translation>
        </message>
        <message>
            <source>Width of the windows on the line.</source>
            <translation>直线上窗的宽度。</translation>
        </message>
        <message>
            <source>Width ε</source>
            <translation>宽度 ε</translation>
        </message>
        <message>
            <source>Width σ</source>
            <translation>宽度 σ</translation>
        </message>
        <message>
            <source>Widths of the Gaussian kernels whose sum compares data and samples.</source>
            <translation>各高斯核的宽度；用这些核之和比较数据与样本。</translation>
        </message>
        <message>
            <source>Widths of the hidden layers from input to output; an empty list leaves one linear map.</source>
            <translation>从输入到输出各隐藏层的宽度；列表为空时只剩一个线性映射。</translation>
        </message>
        <message>
            <source>W₁</source>
            <translation>W₁</translation>
        </message>
        <message>
            <source>W₁ of the averaged G</source>
            <translation>平均 G 的 W₁</translation>
        </message>
        <message>
            <source>Xavier</source>
            <translation>Xavier</translation>
        </message>
        <message>
            <source>Your own</source>
            <translation>自己的数据</translation>
        </message>
        <message>
            <source>a (fake)</source>
            <translation>a (生成)</translation>
        </message>
        <message>
            <source>a file…</source>
            <translation>文件…</translation>
        </message>
        <message>
            <source>above</source>
            <translation>高于</translation>
        </message>
        <message>
            <source>all runs have</source>
            <translation>全部发散</translation>
        </message>
        <message>
            <source>alternating</source>
            <translation>交替</translation>
        </message>
        <message>
            <source>angle = twist · ‖x‖</source>
            <translation>角度 = 扭转 · ‖x‖</translation>
        </message>
        <message>
            <source>any run has</source>
            <translation>任一发散</translation>
        </message>
        <message>
            <source>auto</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>b (real)</source>
            <translation>b (真实)</translation>
        </message>
        <message>
            <source>batch</source>
            <translation>批</translation>
        </message>
        <message>
            <source>belief net</source>
            <translation>信念网络</translation>
        </message>
        <message>
            <source>below</source>
            <translation>低于</translation>
        </message>
        <message>
            <source>bilinear: x y</source>
            <translation>双线性：x y</translation>
        </message>
        <message>
            <source>bimodal</source>
            <translation>双峰</translation>
        </message>
        <message>
            <source>both</source>
            <translation>两者</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>手动</translation>
        </message>
        <message>
            <source>c (G's wish)</source>
            <translation>c (G 的目标)</translation>
        </message>
        <message>
            <source>c clip</source>
            <translation>裁剪 c</translation>
        </message>
        <message>
            <source>checkerboard</source>
            <translation>棋盘</translation>
        </message>
        <message>
            <source>classifier</source>
            <translation>分类器</translation>
        </message>
        <message>
            <source>clipping</source>
            <translation>裁剪</translation>
        </message>
        <message>
            <source>consensus</source>
            <translation>共识优化</translation>
        </message>
        <message>
            <source>constant</source>
            <translation>不变</translation>
        </message>
        <message>
            <source>cosine</source>
            <translation>余弦</translation>
        </message>
        <message>
            <source>default</source>
            <translation>默认</translation>
        </message>
        <message>
            <source>diffusion</source>
            <translation>扩散模型</translation>
        </message>
        <message>
            <source>dim z</source>
            <translation>z 的维数</translation>
        </message>
        <message>
            <source>drawn by hand…</source>
            <translation>手绘…</translation>
        </message>
        <message>
            <source>energy (EBGAN)</source>
            <translation>能量 (EBGAN)</translation>
        </message>
        <message>
            <source>energy distance</source>
            <translation>能量距离</translation>
        </message>
        <message>
            <source>exponential</source>
            <translation>指数</translation>
        </message>
        <message>
            <source>f-GAN</source>
            <translation>f-GAN</translation>
        </message>
        <message>
            <source>gradient (WGAN-GP)</source>
            <translation>梯度 (WGAN-GP)</translation>
        </message>
        <message>
            <source>gradient ascent</source>
            <translation>梯度上升</translation>
        </message>
        <message>
            <source>gradient of G, ‖∇‖</source>
            <translation>G 的梯度 ‖∇‖</translation>
        </message>
        <message>
            <source>gradient: λ E(‖∇D(x̂)‖ − g₀)² · Lipschitz: λ E[‖∇D(x̂)‖ − g₀]₊² · R1, R2: (λ/2) E‖∇D(x)‖²</source>
            <translation>梯度惩罚：λ E(‖∇D(x̂)‖ − g₀)² · Lipschitz：λ E[‖∇D(x̂)‖ − g₀]₊² · R1、R2：(λ/2) E‖∇D(x)‖²</translation>
        </message>
        <message>
            <source>grid</source>
            <translation>网格</translation>
        </message>
        <message>
            <source>high-quality share</source>
            <translation>高质量样本比例</translation>
        </message>
        <message>
            <source>hinge</source>
            <translation>合页</translation>
        </message>
        <message>
            <source>instance</source>
            <translation>实例</translation>
        </message>
        <message>
            <source>instance noise</source>
            <translation>实例噪声</translation>
        </message>
        <message>
            <source>k (D steps)</source>
            <translation>k (D 步数)</translation>
        </message>
        <message>
            <source>k = exp(−‖x − y‖² / 2h²)</source>
            <translation>k = exp(−‖x − y‖² / 2h²)</translation>
        </message>
        <message>
            <source>layer</source>
            <translation>层</translation>
        </message>
        <message>
            <source>leaky ReLU</source>
            <translation>leaky ReLU</translation>
        </message>
        <message>
            <source>least squares (LSGAN)</source>
            <translation>最小二乘 (LSGAN)</translation>
        </message>
        <message>
            <source>left to right</source>
            <translation>从左到右</translation>
        </message>
        <message>
            <source>line</source>
            <translation>直线</translation>
        </message>
        <message>
            <source>linear</source>
            <translation>线性</translation>
        </message>
        <message>
            <source>max over y of p(x) ln y + p_g(x) ln(1 − y)</source>
            <translation>对 y 最大化 p(x) ln y + p_g(x) ln(1 − y)</translation>
        </message>
        <message>
            <source>maxout</source>
            <translation>maxout</translation>
        </message>
        <message>
            <source>mean</source>
            <translation>均值</translation>
        </message>
        <message>
            <source>memorised</source>
            <translation>背下来的</translation>
        </message>
        <message>
            <source>memory</source>
            <translation>记忆</translation>
        </message>
        <message>
            <source>minimax</source>
            <translation>极小极大</translation>
        </message>
        <message>
            <source>mixed</source>
            <translation>混合</translation>
        </message>
        <message>
            <source>mixtures</source>
            <translation>混合分布</translation>
        </message>
        <message>
            <source>modes</source>
            <translation>模式</translation>
        </message>
        <message>
            <source>modes captured</source>
            <translation>捕获的模式数</translation>
        </message>
        <message>
            <source>moment matching (GMMN)</source>
            <translation>矩匹配 (GMMN)</translation>
        </message>
        <message>
            <source>momentum</source>
            <translation>动量</translation>
        </message>
        <message>
            <source>m₁</source>
            <translation>m₁</translation>
        </message>
        <message>
            <source>m₂</source>
            <translation>m₂</translation>
        </message>
        <message>
            <source>m₃</source>
            <translation>m₃</translation>
        </message>
        <message>
            <source>n</source>
            <translation>n</translation>
        </message>
        <message>
            <source>n_d (D updates)</source>
            <translation>n_d（D 更新数）</translation>
        </message>
        <message>
            <source>neighbours</source>
            <translation>相邻</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>no hidden layer</source>
            <translation>无隐藏层</translation>
        </message>
        <message>
            <source>noise</source>
            <translation>噪声</translation>
        </message>
        <message>
            <source>non-saturating</source>
            <translation>非饱和</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>normal</source>
            <translation>正态</translation>
        </message>
        <message>
            <source>normalising flow</source>
            <translation>标准化流</translation>
        </message>
        <message>
            <source>one Gaussian</source>
            <translation>单个高斯</translation>
        </message>
        <message>
            <source>one-sided (Lipschitz)</source>
            <translation>单侧 (Lipschitz)</translation>
        </message>
        <message>
            <source>one-sided penalty</source>
            <translation>单侧惩罚</translation>
        </message>
        <message>
            <source>orthogonal</source>
            <translation>正交</translation>
        </message>
        <message>
            <source>p's points</source>
            <translation>p 的点</translation>
        </message>
        <message>
            <source>p(x) = exp(−|x − μ|/b) / 2b</source>
            <translation>p(x) = exp(−|x − μ|/b) / 2b</translation>
        </message>
        <message>
            <source>p: mean 1</source>
            <translation>p：均值 1</translation>
        </message>
        <message>
            <source>p: mean 2</source>
            <translation>p：均值 2</translation>
        </message>
        <message>
            <source>p: std 1</source>
            <translation>p：标准差 1</translation>
        </message>
        <message>
            <source>p: std 2</source>
            <translation>p：标准差 2</translation>
        </message>
        <message>
            <source>p: weight of 1</source>
            <translation>p：峰 1 权重</translation>
        </message>
        <message>
            <source>parallel segments</source>
            <translation>平行线段</translation>
        </message>
        <message>
            <source>pinwheel</source>
            <translation>风车</translation>
        </message>
        <message>
            <source>plane</source>
            <translation>平面</translation>
        </message>
        <message>
            <source>q = N(0, s²)</source>
            <translation>q = N(0, s²)</translation>
        </message>
        <message>
            <source>q = N(δ, 1)</source>
            <translation>q = N(δ, 1)</translation>
        </message>
        <message>
            <source>q = mean of N(xᵢ, ε² I)</source>
            <translation>q = 各 N(xᵢ, ε² I) 的平均</translation>
        </message>
        <message>
            <source>q = w p + (1 − w) noise</source>
            <translation>q = w p + (1 − w) 噪声</translation>
        </message>
        <message>
            <source>q = ½ N(−m, 1 − m²) + ½ N(m, 1 − m²)</source>
            <translation>q = ½ N(−m, 1 − m²) + ½ N(m, 1 − m²)</translation>
        </message>
        <message>
            <source>q's points</source>
            <translation>q 的点</translation>
        </message>
        <message>
            <source>q: mean 1</source>
            <translation>q：均值 1</translation>
        </message>
        <message>
            <source>q: mean 2</source>
            <translation>q：均值 2</translation>
        </message>
        <message>
            <source>q: middle x</source>
            <translation>q：中心 x</translation>
        </message>
        <message>
            <source>q: middle y</source>
            <translation>q：中心 y</translation>
        </message>
        <message>
            <source>q: std 1</source>
            <translation>q：标准差 1</translation>
        </message>
        <message>
            <source>q: std 2</source>
            <translation>q：标准差 2</translation>
        </message>
        <message>
            <source>q: weight of 1</source>
            <translation>q：峰 1 权重</translation>
        </message>
        <message>
            <source>r</source>
            <translation>r</translation>
        </message>
        <message>
            <source>random</source>
            <translation>随机</translation>
        </message>
        <message>
            <source>random mixture</source>
            <translation>随机混合</translation>
        </message>
        <message>
            <source>relativistic average</source>
            <translation>相对平均</translation>
        </message>
        <message>
            <source>reverse KL</source>
            <translation>反向 KL</translation>
        </message>
        <message>
            <source>reverse KL over modes</source>
            <translation>模式上的反向 KL</translation>
        </message>
        <message>
            <source>ring</source>
            <translation>环</translation>
        </message>
        <message>
            <source>same</source>
            <translation>相同</translation>
        </message>
        <message>
            <source>segments</source>
            <translation>平行线段</translation>
        </message>
        <message>
            <source>separate</source>
            <translation>分开</translation>
        </message>
        <message>
            <source>shifted</source>
            <translation>平移</translation>
        </message>
        <message>
            <source>sigmoid</source>
            <translation>sigmoid</translation>
        </message>
        <message>
            <source>simultaneous</source>
            <translation>同时</translation>
        </message>
        <message>
            <source>softplus</source>
            <translation>softplus</translation>
        </message>
        <message>
            <source>spectral</source>
            <translation>谱</translation>
        </message>
        <message>
            <source>spiral</source>
            <translation>螺旋</translation>
        </message>
        <message>
            <source>spread out</source>
            <translation>分散</translation>
        </message>
        <message>
            <source>squared Hellinger</source>
            <translation>平方 Hellinger</translation>
        </message>
        <message>
            <source>std</source>
            <translation>标准差</translation>
        </message>
        <message>
            <source>s₁</source>
            <translation>s₁</translation>
        </message>
        <message>
            <source>s₂</source>
            <translation>s₂</translation>
        </message>
        <message>
            <source>s₃</source>
            <translation>s₃</translation>
        </message>
        <message>
            <source>tanh</source>
            <translation>tanh</translation>
        </message>
        <message>
            <source>total variation</source>
            <translation>全变差</translation>
        </message>
        <message>
            <source>two circles</source>
            <translation>双圆</translation>
        </message>
        <message>
            <source>two moons</source>
            <translation>双月</translation>
        </message>
        <message>
            <source>two-sided penalty</source>
            <translation>双侧惩罚</translation>
        </message>
        <message>
            <source>unbalanced ring</source>
            <translation>不均衡环</translation>
        </message>
        <message>
            <source>uniform</source>
            <translation>均匀分布</translation>
        </message>
        <message>
            <source>uniforms</source>
            <translation>均匀分布</translation>
        </message>
        <message>
            <source>v − γ ∇ ½‖v‖²</source>
            <translation>v − γ ∇ ½‖v‖²</translation>
        </message>
        <message>
            <source>w ← clip(w, −c, c)</source>
            <translation>w ← clip(w, −c, c)</translation>
        </message>
        <message>
            <source>wider</source>
            <translation>更宽</translation>
        </message>
        <message>
            <source>wᵢ ∝ ratio^(−i/(M−1))</source>
            <translation>wᵢ ∝ 比值^(−i/(M−1))</translation>
        </message>
        <message>
            <source>w₁</source>
            <translation>w₁</translation>
        </message>
        <message>
            <source>w₁ : w₂ : …</source>
            <translation>w₁ : w₂ : …</translation>
        </message>
        <message>
            <source>w₂</source>
            <translation>w₂</translation>
        </message>
        <message>
            <source>w₃</source>
            <translation>w₃</translation>
        </message>
        <message>
            <source>x + ε, ε ~ N(0, σ²)</source>
            <translation>x + ε, ε ~ N(0, σ²)</translation>
        </message>
        <message>
            <source>x → (1 − t) x + t T(x)</source>
            <translation>x → (1 − t) x + t T(x)</translation>
        </message>
        <message>
            <source>x → (x − centre) / half width</source>
            <translation>x → (x − 中心) / 半宽</translation>
        </message>
        <message>
            <source>x̃ = x + ε, ε ~ N(0, σ²)</source>
            <translation>x̃ = x + ε, ε ~ N(0, σ²)</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>z ~ p(z)</source>
            <translation>z ~ p(z)</translation>
        </message>
        <message>
            <source>Σ exp(−‖M(x) − M(x′)‖₁)</source>
            <translation>Σ exp(−‖M(x) − M(x′)‖₁)</translation>
        </message>
        <message>
            <source>λ E (‖∇f(x̂)‖ − 1)²</source>
            <translation>λ E (‖∇f(x̂)‖ − 1)²</translation>
        </message>
        <message>
            <source>λ E [|f′(x̂)| − 1]₊² or λ E (|f′(x̂)| − 1)²</source>
            <translation>λ E [|f′(x̂)| − 1]₊² 或 λ E (|f′(x̂)| − 1)²</translation>
        </message>
        <message>
            <source>λ adversarial</source>
            <translation>对抗权重 λ</translation>
        </message>
        <message>
            <source>λ penalty</source>
            <translation>惩罚权重 λ</translation>
        </message>
        <message>
            <source>λ · L_G</source>
            <translation>λ · L_G</translation>
        </message>
        <message>
            <source>μ at the start</source>
            <translation>起始 μ</translation>
        </message>
        <message>
            <source>σ at the start</source>
            <translation>起始 σ</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Dots per inch</source>
            <translation>每英寸点数</translation>
        </message>
        <message>
            <source>Export figure</source>
            <translation>导出图</translation>
        </message>
        <message>
            <source>File type</source>
            <translation>文件类型</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>高度</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>NAME.txt: a caption made from the settings. NAME.tex: the figure for LaTeX.</source>
            <translation>NAME.txt：由设置生成的说明。NAME.tex：供 LaTeX 使用的图。</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>字号</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>宽度</translation>
        </message>
        <message>
            <source>With</source>
            <translation>附带</translation>
        </message>
        <message>
            <source>caption and LaTeX beside it</source>
            <translation>说明和 LaTeX 文件</translation>
        </message>
        <message>
            <source>millimetres</source>
            <translation>毫米</translation>
        </message>
        <message>
            <source>pixels</source>
            <translation>像素</translation>
        </message>
    </context>
    <context>
        <name>Exporter</name>
        <message>
            <source>Copied as picture and as SVG</source>
            <translation>已复制为图片和 SVG</translation>
        </message>
        <message>
            <source>Export figure</source>
            <translation>导出图</translation>
        </message>
        <message>
            <source>Export history</source>
            <translation>导出历史</translation>
        </message>
        <message>
            <source>Export samples</source>
            <translation>导出样本</translation>
        </message>
        <message>
            <source>Export the generator as a program</source>
            <translation>把生成器导出为程序</translation>
        </message>
        <message>
            <source>Export weights</source>
            <translation>导出权重</translation>
        </message>
        <message>
            <source>Of this moment there is a picture alone; choose one nearer to now.</source>
            <translation>这一时刻只有图像；请选离现在更近的时刻。</translation>
        </message>
        <message>
            <source>There is nothing to export yet.</source>
            <translation>还没有可导出的内容。</translation>
        </message>
        <message>
            <source>all panels</source>
            <translation>所有面板</translation>
        </message>
    </context>
    <context>
        <name>FieldView</name>
        <message>
            <source>(θ̇, ψ̇): each player down its own loss</source>
            <translation>(θ̇, ψ̇)：双方各沿自己的损失下降</translation>
        </message>
        <message>
            <source>A simultaneous step multiplies the radius by %1: %2.</source>
            <translation>一个同时步使半径乘以 %1：%2。</translation>
        </message>
        <message>
            <source>An alternating step multiplies the radius by %1: %2.</source>
            <translation>一个交替步使半径乘以 %1：%2。</translation>
        </message>
        <message>
            <source>At the equilibrium the field has no slope: λ says nothing.</source>
            <translation>在平衡点处场没有斜率：λ 什么也说明不了。</translation>
        </message>
        <message>
            <source>Back to the whole picture (double click)</source>
            <translation>回到全图（双击）</translation>
        </message>
        <message>
            <source>Near the equilibrium the flow runs away (λ &gt; 0).</source>
            <translation>在平衡点附近，流直接远离（λ &gt; 0）。</translation>
        </message>
        <message>
            <source>Near the equilibrium the flow runs in without turning (λ &lt; 0).</source>
            <translation>在平衡点附近，流不旋转，直接趋近（λ &lt; 0）。</translation>
        </message>
        <message>
            <source>Near the equilibrium the flow spirals in (Re λ &lt; 0).</source>
            <translation>在平衡点附近，流螺旋趋近（Re λ &lt; 0）。</translation>
        </message>
        <message>
            <source>Near the equilibrium the flow spirals out (Re λ &gt; 0).</source>
            <translation>在平衡点附近，流螺旋远离（Re λ &gt; 0）。</translation>
        </message>
        <message>
            <source>Near the equilibrium the flow turns (Re λ = 0).</source>
            <translation>在平衡点附近，流绕圈旋转（Re λ = 0）。</translation>
        </message>
        <message>
            <source>Only the Dirac-GAN has two parameters, and so a field to draw.</source>
            <translation>只有 Dirac-GAN 恰有两个参数，才有可画的向量场。</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>正在启动…</translation>
        </message>
        <message>
            <source>The equilibrium is a saddle: the flow runs past it.</source>
            <translation>平衡点是鞍点：流从旁边经过。</translation>
        </message>
        <message>
            <source>The field followed from the start in infinitely small steps</source>
            <translation>从起点出发，以无穷小的步子沿着场走</translation>
        </message>
        <message>
            <source>The field jumps at ψ = 0: the equilibrium has no eigenvalues.</source>
            <translation>场在 ψ = 0 处跳变：平衡点没有特征值。</translation>
        </message>
        <message>
            <source>The steps of training, of every run</source>
            <translation>每个运行的训练步</translation>
        </message>
        <message>
            <source>Vector field</source>
            <translation>向量场</translation>
        </message>
        <message>
            <source>field</source>
            <translation>场</translation>
        </message>
        <message>
            <source>flow</source>
            <translation>流</translation>
        </message>
        <message>
            <source>reset view</source>
            <translation>复位视图</translation>
        </message>
        <message>
            <source>to first order training keeps its orbit</source>
            <translation>在一阶近似下，训练停在轨道上</translation>
        </message>
        <message>
            <source>training runs away</source>
            <translation>训练直接远离</translation>
        </message>
        <message>
            <source>training runs in</source>
            <translation>训练直接趋近</translation>
        </message>
        <message>
            <source>training runs past it</source>
            <translation>训练从旁边经过</translation>
        </message>
        <message>
            <source>training spirals in</source>
            <translation>训练螺旋趋近</translation>
        </message>
        <message>
            <source>training spirals out</source>
            <translation>训练螺旋远离</translation>
        </message>
        <message>
            <source>training stands still</source>
            <translation>训练停着不动</translation>
        </message>
        <message>
            <source>trajectory</source>
            <translation>轨迹</translation>
        </message>
        <message>
            <source>θ, where G puts its point</source>
            <translation>θ，G 放点的位置</translation>
        </message>
        <message>
            <source>ψ, the slope of D</source>
            <translation>ψ，D 的斜率</translation>
        </message>
    </context>
    <context>
        <name>Figure</name>
        <message>
            <source>3σ of each mode</source>
            <translation>各模式的 3σ</translation>
        </message>
        <message>
            <source>A history of fakes</source>
            <translation>旧样本库</translation>
        </message>
        <message>
            <source>A sample belongs to the nearest mode, and a mode is captured where one of {0} samples lies within 3σ of it.</source>
            <translation>样本归于最近的模式；{0} 个样本中有一个落在某模式的 3σ 之内，该模式即算被捕获。</translation>
        </message>
        <message>
            <source>Across the arm</source>
            <translation>垂直于臂</translation>
        </message>
        <message>
            <source>Activation</source>
            <translation>激活函数</translation>
        </message>
        <message>
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <source>After playing</source>
            <translation>播放满</translation>
        </message>
        <message>
            <source>Along the arm</source>
            <translation>沿臂方向</translation>
        </message>
        <message>
            <source>Alternative L_G</source>
            <translation>替代的 L_G</translation>
        </message>
        <message>
            <source>An average of the weights</source>
            <translation>权重的滑动平均</translation>
        </message>
        <message>
            <source>Arms</source>
            <translation>臂数</translation>
        </message>
        <message>
            <source>At step</source>
            <translation>到第几步</translation>
        </message>
        <message>
            <source>Average (EMA)</source>
            <translation>平均 (EMA)</translation>
        </message>
        <message>
            <source>Bands hold the runs from the 10th to the 90th percentile.</source>
            <translation>色带为各次运行的第 10 到第 90 百分位。</translation>
        </message>
        <message>
            <source>Bandwidths</source>
            <translation>带宽</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>批大小</translation>
        </message>
        <message>
            <source>Batch normalisation</source>
            <translation>批归一化</translation>
        </message>
        <message>
            <source>Batch {0}, k = {1} updates of D and {2} of G a step, {3}.</source>
            <translation>批大小 {0}，每步更新 D {1} 次（k）、G {2} 次，{3}。</translation>
        </message>
        <message>
            <source>Batch {0}, k = {1}, {2} updates.</source>
            <translation>批大小 {0}，k = {1}，{2}更新。</translation>
        </message>
        <message>
            <source>Batch {0}.</source>
            <translation>批大小 {0}。</translation>
        </message>
        <message>
            <source>Both learn by {0}.</source>
            <translation>两者的优化器均为 {0}。</translation>
        </message>
        <message>
            <source>Cells</source>
            <translation>格数</translation>
        </message>
        <message>
            <source>Changed while running: {0}.</source>
            <translation>运行中的修改：{0}。</translation>
        </message>
        <message>
            <source>Checkerboard</source>
            <translation>棋盘</translation>
        </message>
        <message>
            <source>Colours show a kernel estimate from {0} samples, {1} % of the picture wide, from 0 to each picture's own greatest value.</source>
            <translation>颜色表示由 {0} 个样本得到的核密度估计，核宽为画面宽度的 {1} %，从 0 到各画面自己的最大值。</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>Conditional</source>
            <translation>条件</translation>
        </message>
        <message>
            <source>Conditional GAN on the ring</source>
            <translation>环上的条件 GAN</translation>
        </message>
        <message>
            <source>Consensus γ</source>
            <translation>共识 γ</translation>
        </message>
        <message>
            <source>Correlation</source>
            <translation>相关系数</translation>
        </message>
        <message>
            <source>D</source>
            <translation>D</translation>
        </message>
        <message>
            <source>D and the densities are drawn on a grid of {0} points.</source>
            <translation>D 与密度画在 {0} 个点的网格上。</translation>
        </message>
        <message>
            <source>D learns until</source>
            <translation>D 学到第几步</translation>
        </message>
        <message>
            <source>D loss</source>
            <translation>D 的损失</translation>
        </message>
        <message>
            <source>D normed over data and samples</source>
            <translation>D 在数据与样本上归一化</translation>
        </message>
        <message>
            <source>D's weights are clipped to [−c, c], c = {0}.</source>
            <translation>D 的权重裁剪到 [−c, c]，c = {0}。</translation>
        </message>
        <message>
            <source>D(x) beside data points (pack {0})</source>
            <translation>D(x)，与数据点一起（每包 {0} 个）</translation>
        </message>
        <message>
            <source>D: {0}.</source>
            <translation>D：{0}。</translation>
        </message>
        <message>
            <source>Data: {0}.</source>
            <translation>数据：{0}。</translation>
        </message>
        <message>
            <source>Density</source>
            <translation>密度</translation>
        </message>
        <message>
            <source>Dirac (one point)</source>
            <translation>Dirac（单点）</translation>
        </message>
        <message>
            <source>Dirac-GAN: R1</source>
            <translation>Dirac-GAN：R1 惩罚</translation>
        </message>
        <message>
            <source>Dirac-GAN: WGAN alone</source>
            <translation>Dirac-GAN：只有 WGAN</translation>
        </message>
        <message>
            <source>Dirac-GAN: consensus</source>
            <translation>Dirac-GAN：共识</translation>
        </message>
        <message>
            <source>Dirac-GAN: gradient penalty</source>
            <translation>Dirac-GAN：梯度惩罚</translation>
        </message>
        <message>
            <source>Dirac-GAN: instance noise</source>
            <translation>Dirac-GAN：实例噪声</translation>
        </message>
        <message>
            <source>Dirac-GAN: non-saturating</source>
            <translation>Dirac-GAN：非饱和</translation>
        </message>
        <message>
            <source>Dirac-GAN: spirals out</source>
            <translation>Dirac-GAN：螺旋向外</translation>
        </message>
        <message>
            <source>Dirac-GAN: taking turns</source>
            <translation>Dirac-GAN：轮流更新</translation>
        </message>
        <message>
            <source>Dirac-GAN: weight clipping</source>
            <translation>Dirac-GAN：权重裁剪</translation>
        </message>
        <message>
            <source>Distances</source>
            <translation>距离</translation>
        </message>
        <message>
            <source>Diverged</source>
            <translation>已发散</translation>
        </message>
        <message>
            <source>Divergence</source>
            <translation>散度</translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation>Dropout（随机丢弃）</translation>
        </message>
        <message>
            <source>EBGAN on the grid</source>
            <translation>网格上的 EBGAN</translation>
        </message>
        <message>
            <source>ELU</source>
            <translation>ELU</translation>
        </message>
        <message>
            <source>Figure 1 of the GAN paper</source>
            <translation>GAN 论文的图 1</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Fréchet</source>
            <translation>Fréchet</translation>
        </message>
        <message>
            <source>Fréchet distance</source>
            <translation>Fréchet 距离</translation>
        </message>
        <message>
            <source>Further: {0}.</source>
            <translation>其他：{0}。</translation>
        </message>
        <message>
            <source>G</source>
            <translation>G</translation>
        </message>
        <message>
            <source>G learns by {0}, D by {1}.</source>
            <translation>G 的优化器为 {0}，D 的优化器为 {1}。</translation>
        </message>
        <message>
            <source>G learns by {0}.</source>
            <translation>G 的优化器为 {0}。</translation>
        </message>
        <message>
            <source>G loss</source>
            <translation>G 的损失</translation>
        </message>
        <message>
            <source>G steps</source>
            <translation>G 步数</translation>
        </message>
        <message>
            <source>G(z) = θ and D(x) = ψx have one parameter each.</source>
            <translation>G(z) = θ 与 D(x) = ψx 各只有一个参数。</translation>
        </message>
        <message>
            <source>G: {0}.</source>
            <translation>G：{0}。</translation>
        </message>
        <message>
            <source>GAN</source>
            <translation>GAN</translation>
        </message>
        <message>
            <source>GAN Lab's default</source>
            <translation>GAN Lab 的默认设置</translation>
        </message>
        <message>
            <source>Gaussian</source>
            <translation>高斯分布</translation>
        </message>
        <message>
            <source>Gaussian in 2-D</source>
            <translation>二维高斯分布</translation>
        </message>
        <message>
            <source>Gaussian mixture</source>
            <translation>高斯混合分布</translation>
        </message>
        <message>
            <source>Gaussian noise</source>
            <translation>高斯噪声</translation>
        </message>
        <message>
            <source>Gaussians</source>
            <translation>高斯分布</translation>
        </message>
        <message>
            <source>Generators</source>
            <translation>生成器个数</translation>
        </message>
        <message>
            <source>Half width</source>
            <translation>半边长</translation>
        </message>
        <message>
            <source>He</source>
            <translation>He</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>表头</translation>
        </message>
        <message>
            <source>Heaviest : lightest</source>
            <translation>最重 : 最轻</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>隐藏层</translation>
        </message>
        <message>
            <source>High</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>High-quality samples</source>
            <translation>高质量样本</translation>
        </message>
        <message>
            <source>Hinge loss on the ring</source>
            <translation>环上的合页损失（hinge）</translation>
        </message>
        <message>
            <source>History of fakes</source>
            <translation>旧样本库</translation>
        </message>
        <message>
            <source>Horizon</source>
            <translation>计划长度</translation>
        </message>
        <message>
            <source>How the numbers came about: {0}.</source>
            <translation>数字的由来：{0}。</translation>
        </message>
        <message>
            <source>Initial weights</source>
            <translation>初始权重</translation>
        </message>
        <message>
            <source>Inner : outer</source>
            <translation>内 : 外</translation>
        </message>
        <message>
            <source>Instance noise</source>
            <translation>实例噪声</translation>
        </message>
        <message>
            <source>Instance noise σ</source>
            <translation>实例噪声 σ</translation>
        </message>
        <message>
            <source>Is</source>
            <translation>是</translation>
        </message>
        <message>
            <source>JS</source>
            <translation>JS</translation>
        </message>
        <message>
            <source>JS divergence</source>
            <translation>JS 散度</translation>
        </message>
        <message>
            <source>JS of the averaged G</source>
            <translation>平均 G 的 JS</translation>
        </message>
        <message>
            <source>JS versus Wasserstein</source>
            <translation>JS 与 Wasserstein 对比</translation>
        </message>
        <message>
            <source>JS, KL and TV are estimated from {0} generated samples counted in {1} cells, in nats (TV has no unit).</source>
            <translation>JS、KL 与 TV 由 {0} 个生成样本在 {1} 个格子中计数估计，单位为 nats（TV 无单位）。</translation>
        </message>
        <message>
            <source>Jeffrey</source>
            <translation>Jeffrey</translation>
        </message>
        <message>
            <source>Jensen-Shannon divergence</source>
            <translation>Jensen-Shannon 散度</translation>
        </message>
        <message>
            <source>Jensen–Shannon</source>
            <translation>Jensen–Shannon</translation>
        </message>
        <message>
            <source>KL</source>
            <translation>KL</translation>
        </message>
        <message>
            <source>KL against reverse KL</source>
            <translation>KL 与反向 KL</translation>
        </message>
        <message>
            <source>KL(p_g‖p)</source>
            <translation>KL(p_g‖p)</translation>
        </message>
        <message>
            <source>LSGAN on the ring</source>
            <translation>环上的 LSGAN</translation>
        </message>
        <message>
            <source>Label column</source>
            <translation>标签列</translation>
        </message>
        <message>
            <source>Label noise</source>
            <translation>标签噪声</translation>
        </message>
        <message>
            <source>Label smoothing</source>
            <translation>标签平滑</translation>
        </message>
        <message>
            <source>Laplace</source>
            <translation>拉普拉斯分布</translation>
        </message>
        <message>
            <source>Layer normalisation</source>
            <translation>层归一化</translation>
        </message>
        <message>
            <source>Layout</source>
            <translation>布局</translation>
        </message>
        <message>
            <source>LeakyReLU</source>
            <translation>LeakyReLU 激活函数</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>学习率</translation>
        </message>
        <message>
            <source>Learning rates that fall</source>
            <translation>递减的学习率</translation>
        </message>
        <message>
            <source>Logarithms are natural: what is measured in them is in nats.</source>
            <translation>对数均为自然对数，相应的量以 nats 为单位。</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <source>Loss: {0}.</source>
            <translation>损失：{0}。</translation>
        </message>
        <message>
            <source>Losses</source>
            <translation>损失</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>下限</translation>
        </message>
        <message>
            <source>MAD-GAN mixture</source>
            <translation>MAD-GAN 混合分布</translation>
        </message>
        <message>
            <source>MAD-GAN's five modes</source>
            <translation>MAD-GAN 的五个模式</translation>
        </message>
        <message>
            <source>MMD²</source>
            <translation>MMD²</translation>
        </message>
        <message>
            <source>Machine</source>
            <translation>机器</translation>
        </message>
        <message>
            <source>Margin m</source>
            <translation>间隔 m</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>均值</translation>
        </message>
        <message>
            <source>Mean in x</source>
            <translation>x 均值</translation>
        </message>
        <message>
            <source>Mean in y</source>
            <translation>y 均值</translation>
        </message>
        <message>
            <source>Means</source>
            <translation>各均值</translation>
        </message>
        <message>
            <source>Minibatch discrimination</source>
            <translation>小批量判别</translation>
        </message>
        <message>
            <source>Minibatch features</source>
            <translation>小批量特征</translation>
        </message>
        <message>
            <source>Minibatches</source>
            <translation>小批量</translation>
        </message>
        <message>
            <source>Mixture on the line</source>
            <translation>直线上的混合分布</translation>
        </message>
        <message>
            <source>Mode collapse on the grid</source>
            <translation>网格上的模式崩塌</translation>
        </message>
        <message>
            <source>Mode collapse on the ring</source>
            <translation>环上的模式崩塌</translation>
        </message>
        <message>
            <source>Mode history</source>
            <translation>模式历史</translation>
        </message>
        <message>
            <source>Modes</source>
            <translation>模式</translation>
        </message>
        <message>
            <source>Modes captured</source>
            <translation>已捕获模式</translation>
        </message>
        <message>
            <source>Moment matching on the moons</source>
            <translation>双月上的矩匹配</translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation>动量</translation>
        </message>
        <message>
            <source>Neyman χ²</source>
            <translation>Neyman χ²</translation>
        </message>
        <message>
            <source>Nine seeds</source>
            <translation>九个种子</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>噪声</translation>
        </message>
        <message>
            <source>Noise decays in</source>
            <translation>噪声衰减步数</translation>
        </message>
        <message>
            <source>Noise dimension</source>
            <translation>噪声维数</translation>
        </message>
        <message>
            <source>Noise: {0}, {1}-dimensional.</source>
            <translation>噪声：{0}，{1} 维。</translation>
        </message>
        <message>
            <source>Norm</source>
            <translation>归一化</translation>
        </message>
        <message>
            <source>Norm of G's gradient</source>
            <translation>G 的梯度范数</translation>
        </message>
        <message>
            <source>Nothing has been drawn yet.</source>
            <translation>还没有画出内容。</translation>
        </message>
        <message>
            <source>Nothing has been measured yet.</source>
            <translation>还没有测量结果。</translation>
        </message>
        <message>
            <source>Nothing is chosen.</source>
            <translation>没有选择任何量。</translation>
        </message>
        <message>
            <source>Only the Dirac-GAN has two parameters, and so a field to draw.</source>
            <translation>只有 Dirac-GAN 恰有两个参数，才有可画的向量场。</translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation>优化器</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>顺序</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>输出</translation>
        </message>
        <message>
            <source>PacGAN on the ring</source>
            <translation>环上的 PacGAN</translation>
        </message>
        <message>
            <source>PacGAN2 on the ring (2018)</source>
            <translation>环上的 PacGAN2（2018）</translation>
        </message>
        <message>
            <source>Pack</source>
            <translation>打包数</translation>
        </message>
        <message>
            <source>Parallel segments</source>
            <translation>平行线段</translation>
        </message>
        <message>
            <source>Pearson χ²</source>
            <translation>Pearson χ²</translation>
        </message>
        <message>
            <source>Penalty</source>
            <translation>惩罚</translation>
        </message>
        <message>
            <source>Penalty on D's slope: {0}, λ = {1}{2}.</source>
            <translation>对 D 斜率的惩罚：{0}，λ = {1}{2}。</translation>
        </message>
        <message>
            <source>Pinwheel</source>
            <translation>风车</translation>
        </message>
        <message>
            <source>Plane</source>
            <translation>平面</translation>
        </message>
        <message>
            <source>Pulling away</source>
            <translation>推开项</translation>
        </message>
        <message>
            <source>R1</source>
            <translation>R1</translation>
        </message>
        <message>
            <source>R1 on the ring</source>
            <translation>环上的 R1</translation>
        </message>
        <message>
            <source>R2</source>
            <translation>R2</translation>
        </message>
        <message>
            <source>RMSProp</source>
            <translation>RMSProp</translation>
        </message>
        <message>
            <source>Radius</source>
            <translation>半径</translation>
        </message>
        <message>
            <source>ReLU</source>
            <translation>ReLU</translation>
        </message>
        <message>
            <source>Relativistic GAN on the ring</source>
            <translation>环上的相对论 GAN</translation>
        </message>
        <message>
            <source>Reverse KL over modes</source>
            <translation>模式上的反向 KL</translation>
        </message>
        <message>
            <source>Ring of eight modes</source>
            <translation>八个模式的环</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>多次运行</translation>
        </message>
        <message>
            <source>SGD</source>
            <translation>SGD</translation>
        </message>
        <message>
            <source>SGD for D, Adam for G</source>
            <translation>D 用 SGD，G 用 Adam</translation>
        </message>
        <message>
            <source>Saturating and non-saturating</source>
            <translation>饱和与非饱和</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>尺度</translation>
        </message>
        <message>
            <source>Scale data to</source>
            <translation>数据缩放到</translation>
        </message>
        <message>
            <source>Scaled data and tanh</source>
            <translation>缩放数据与 tanh</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>学习率计划</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>Seed {0}.</source>
            <translation>种子 {0}。</translation>
        </message>
        <message>
            <source>Separate minibatches</source>
            <translation>分开的小批量</translation>
        </message>
        <message>
            <source>Settings and seeds of A and B are the same.</source>
            <translation>A 与 B 的设置和种子都相同。</translation>
        </message>
        <message>
            <source>Settings: {0}.</source>
            <translation>设置：{0}。</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>边</translation>
        </message>
        <message>
            <source>Simultaneous steps spiral out</source>
            <translation>同时更新，螺旋发散</translation>
        </message>
        <message>
            <source>Slope g₀</source>
            <translation>斜率 g₀</translation>
        </message>
        <message>
            <source>Source: {0}.</source>
            <translation>出处：{0}。</translation>
        </message>
        <message>
            <source>Spacing</source>
            <translation>间距</translation>
        </message>
        <message>
            <source>Spectral normalisation</source>
            <translation>谱归一化</translation>
        </message>
        <message>
            <source>Spread</source>
            <translation>散布范围</translation>
        </message>
        <message>
            <source>Standard deviation</source>
            <translation>标准差</translation>
        </message>
        <message>
            <source>Standard deviation in x</source>
            <translation>x 标准差</translation>
        </message>
        <message>
            <source>Standard deviation in y</source>
            <translation>y 标准差</translation>
        </message>
        <message>
            <source>Standard deviations</source>
            <translation>各标准差</translation>
        </message>
        <message>
            <source>Standardise</source>
            <translation>标准化</translation>
        </message>
        <message>
            <source>Start of θ</source>
            <translation>θ 的起点</translation>
        </message>
        <message>
            <source>Start of ψ</source>
            <translation>ψ 的起点</translation>
        </message>
        <message>
            <source>Strokes</source>
            <translation>笔画</translation>
        </message>
        <message>
            <source>Swiss roll</source>
            <translation>瑞士卷</translation>
        </message>
        <message>
            <source>TV</source>
            <translation>TV</translation>
        </message>
        <message>
            <source>The Helvetica scenario</source>
            <translation>Helvetica 情形</translation>
        </message>
        <message>
            <source>The adversarial weight</source>
            <translation>对抗权重</translation>
        </message>
        <message>
            <source>The density of samples is a kernel estimate of width {0}.</source>
            <translation>样本的密度为核密度估计，带宽 {0}。</translation>
        </message>
        <message>
            <source>The density panel needs data of one dimension.</source>
            <translation>密度面板需要一维数据。</translation>
        </message>
        <message>
            <source>The plane needs data of two dimensions.</source>
            <translation>平面图需要二维数据。</translation>
        </message>
        <message>
            <source>The vanishing gradient</source>
            <translation>梯度消失</translation>
        </message>
        <message>
            <source>Theory page “{0}”.</source>
            <translation>理论页“{0}”。</translation>
        </message>
        <message>
            <source>These settings are A's; A and B differ in: {0}.</source>
            <translation>以上是 A 的设置；A 与 B 的不同：{0}。</translation>
        </message>
        <message>
            <source>Thickness</source>
            <translation>厚度</translation>
        </message>
        <message>
            <source>This data has no modes.</source>
            <translation>该数据没有模式。</translation>
        </message>
        <message>
            <source>Total variation</source>
            <translation>全变差距离</translation>
        </message>
        <message>
            <source>Training steps run from left to right, experiments from top to bottom.</source>
            <translation>训练步数从左到右，实验从上到下。</translation>
        </message>
        <message>
            <source>Training steps run from left to right.</source>
            <translation>训练步数从左到右。</translation>
        </message>
        <message>
            <source>Turns</source>
            <translation>圈数</translation>
        </message>
        <message>
            <source>Twist</source>
            <translation>扭转</translation>
        </message>
        <message>
            <source>Two moons</source>
            <translation>双月</translation>
        </message>
        <message>
            <source>Two time-scales</source>
            <translation>双时间尺度</translation>
        </message>
        <message>
            <source>Unbalanced ring</source>
            <translation>不均衡环</translation>
        </message>
        <message>
            <source>Uniforms</source>
            <translation>均匀分布</translation>
        </message>
        <message>
            <source>Unroll K</source>
            <translation>展开 K</translation>
        </message>
        <message>
            <source>Unrolled GAN</source>
            <translation>展开 GAN</translation>
        </message>
        <message>
            <source>Unrolled GAN on the ring (2017)</source>
            <translation>环上的展开 GAN（2017）</translation>
        </message>
        <message>
            <source>V</source>
            <translation>V</translation>
        </message>
        <message>
            <source>VEEGAN's grid, the plain GAN row</source>
            <translation>VEEGAN 网格上的普通 GAN</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>Varied: {0}.</source>
            <translation>变化的设置：{0}。</translation>
        </message>
        <message>
            <source>Vector field</source>
            <translation>向量场</translation>
        </message>
        <message>
            <source>WGAN and momentum</source>
            <translation>WGAN 与动量</translation>
        </message>
        <message>
            <source>WGAN with clipped weights</source>
            <translation>权重裁剪的 WGAN</translation>
        </message>
        <message>
            <source>WGAN-GP on the grid</source>
            <translation>网格上的 WGAN-GP</translation>
        </message>
        <message>
            <source>WGAN-GP on the ring</source>
            <translation>环上的 WGAN-GP</translation>
        </message>
        <message>
            <source>WGAN-GP, eight Gaussians (2017)</source>
            <translation>WGAN-GP：八个高斯（2017）</translation>
        </message>
        <message>
            <source>Wasserstein</source>
            <translation>Wasserstein</translation>
        </message>
        <message>
            <source>Wasserstein-1 distance</source>
            <translation>Wasserstein-1 距离（推土机距离）</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>When diverged</source>
            <translation>发散时</translation>
        </message>
        <message>
            <source>When measure</source>
            <translation>当度量</translation>
        </message>
        <message>
            <source>Where a cell does not say otherwise:</source>
            <translation>各格未另行说明之处：</translation>
        </message>
        <message>
            <source>W₁</source>
            <translation>W₁</translation>
        </message>
        <message>
            <source>W₁ estimate</source>
            <translation>W₁ 估计</translation>
        </message>
        <message>
            <source>W₁ is taken between {0} points a side.</source>
            <translation>W₁ 取自两侧各 {0} 个点。</translation>
        </message>
        <message>
            <source>W₁ of the averaged G</source>
            <translation>平均 G 的 W₁</translation>
        </message>
        <message>
            <source>Xavier</source>
            <translation>Xavier</translation>
        </message>
        <message>
            <source>a (fake)</source>
            <translation>a (生成)</translation>
        </message>
        <message>
            <source>a density drawn by hand</source>
            <translation>手绘的密度</translation>
        </message>
        <message>
            <source>a file of one's own</source>
            <translation>自己的数据文件</translation>
        </message>
        <message>
            <source>a file…</source>
            <translation>文件…</translation>
        </message>
        <message>
            <source>above</source>
            <translation>高于</translation>
        </message>
        <message>
            <source>accuracy</source>
            <translation>准确率</translation>
        </message>
        <message>
            <source>accuracy, fake</source>
            <translation>准确率（生成）</translation>
        </message>
        <message>
            <source>accuracy, real</source>
            <translation>准确率（真实）</translation>
        </message>
        <message>
            <source>all classes together</source>
            <translation>所有类别合计</translation>
        </message>
        <message>
            <source>all panels</source>
            <translation>所有面板</translation>
        </message>
        <message>
            <source>all runs have</source>
            <translation>全部发散</translation>
        </message>
        <message>
            <source>all runs side by side</source>
            <translation>并排的各次运行</translation>
        </message>
        <message>
            <source>all {0} generators together</source>
            <translation>{0} 个生成器合计</translation>
        </message>
        <message>
            <source>alternating</source>
            <translation>交替</translation>
        </message>
        <message>
            <source>any run has</source>
            <translation>任一发散</translation>
        </message>
        <message>
            <source>auto</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>averaged G</source>
            <translation>平均 G</translation>
        </message>
        <message>
            <source>b (real)</source>
            <translation>b (真实)</translation>
        </message>
        <message>
            <source>batch</source>
            <translation>批</translation>
        </message>
        <message>
            <source>below</source>
            <translation>低于</translation>
        </message>
        <message>
            <source>bound on {0}</source>
            <translation>{0} 的下界</translation>
        </message>
        <message>
            <source>c (G's wish)</source>
            <translation>c (G 的目标)</translation>
        </message>
        <message>
            <source>c clip</source>
            <translation>裁剪 c</translation>
        </message>
        <message>
            <source>captured {0} of {1}</source>
            <translation>已捕获 {0} / {1}</translation>
        </message>
        <message>
            <source>change of variables</source>
            <translation>变量替换</translation>
        </message>
        <message>
            <source>checkerboard</source>
            <translation>棋盘</translation>
        </message>
        <message>
            <source>constant</source>
            <translation>不变</translation>
        </message>
        <message>
            <source>cosine</source>
            <translation>余弦</translation>
        </message>
        <message>
            <source>data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>data units</source>
            <translation>数据单位</translation>
        </message>
        <message>
            <source>data units²</source>
            <translation>数据单位²</translation>
        </message>
        <message>
            <source>data, by class</source>
            <translation>数据，按类别</translation>
        </message>
        <message>
            <source>data, generated samples and the kernel's witness function</source>
            <translation>数据、生成样本与核的见证函数</translation>
        </message>
        <message>
            <source>data, generated samples and what D believes</source>
            <translation>数据、生成样本与 D 的判断</translation>
        </message>
        <message>
            <source>default</source>
            <translation>默认</translation>
        </message>
        <message>
            <source>density</source>
            <translation>密度</translation>
        </message>
        <message>
            <source>density of generated samples</source>
            <translation>生成样本的密度</translation>
        </message>
        <message>
            <source>density of the data</source>
            <translation>数据的密度</translation>
        </message>
        <message>
            <source>distance</source>
            <translation>距离</translation>
        </message>
        <message>
            <source>distances between generated samples and data over the steps</source>
            <translation>生成样本与数据之间的距离随步数的变化</translation>
        </message>
        <message>
            <source>distances between two distributions that are moved apart</source>
            <translation>两个逐渐移开的分布之间的距离</translation>
        </message>
        <message>
            <source>diverged</source>
            <translation>已发散</translation>
        </message>
        <message>
            <source>drawn by hand…</source>
            <translation>手绘…</translation>
        </message>
        <message>
            <source>energy</source>
            <translation>能量</translation>
        </message>
        <message>
            <source>energy (EBGAN)</source>
            <translation>能量 (EBGAN)</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>精确值</translation>
        </message>
        <message>
            <source>exact assignment</source>
            <translation>最优分配（精确）</translation>
        </message>
        <message>
            <source>exponential</source>
            <translation>指数</translation>
        </message>
        <message>
            <source>f-GAN</source>
            <translation>f-GAN</translation>
        </message>
        <message>
            <source>flow</source>
            <translation>流</translation>
        </message>
        <message>
            <source>generated</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>gradient (WGAN-GP)</source>
            <translation>梯度 (WGAN-GP)</translation>
        </message>
        <message>
            <source>gradient of G, ‖∇‖</source>
            <translation>G 的梯度 ‖∇‖</translation>
        </message>
        <message>
            <source>grid</source>
            <translation>网格</translation>
        </message>
        <message>
            <source>hidden layers {0}</source>
            <translation>隐藏层 {0}</translation>
        </message>
        <message>
            <source>high quality</source>
            <translation>高质量</translation>
        </message>
        <message>
            <source>high quality {0} % (at best {1} %)</source>
            <translation>高质量 {0} %（上限 {1} %）</translation>
        </message>
        <message>
            <source>high-quality share</source>
            <translation>高质量样本比例</translation>
        </message>
        <message>
            <source>hinge</source>
            <translation>合页</translation>
        </message>
        <message>
            <source>image of the noise grid</source>
            <translation>噪声网格的像</translation>
        </message>
        <message>
            <source>instance</source>
            <translation>实例</translation>
        </message>
        <message>
            <source>k (D steps)</source>
            <translation>k (D 步数)</translation>
        </message>
        <message>
            <source>kernel estimate</source>
            <translation>核密度估计</translation>
        </message>
        <message>
            <source>layer</source>
            <translation>层</translation>
        </message>
        <message>
            <source>leaky ReLU</source>
            <translation>leaky ReLU</translation>
        </message>
        <message>
            <source>least squares (LSGAN)</source>
            <translation>最小二乘 (LSGAN)</translation>
        </message>
        <message>
            <source>less is better</source>
            <translation>越小越好</translation>
        </message>
        <message>
            <source>line: median of {0} seeds; band: least to greatest</source>
            <translation>线：{0} 个种子的中位数；色带：从最小到最大</translation>
        </message>
        <message>
            <source>linear</source>
            <translation>线性</translation>
        </message>
        <message>
            <source>low energy = real</source>
            <translation>低能量 = 真实</translation>
        </message>
        <message>
            <source>maxout</source>
            <translation>maxout</translation>
        </message>
        <message>
            <source>mean over classes</source>
            <translation>各类别的均值</translation>
        </message>
        <message>
            <source>median of {0} runs, 10–90 %</source>
            <translation>{0} 个运行的中位数，10–90 %</translation>
        </message>
        <message>
            <source>median of {0} seeds</source>
            <translation>{0} 个种子的中位数</translation>
        </message>
        <message>
            <source>minimax</source>
            <translation>极小极大</translation>
        </message>
        <message>
            <source>mixed</source>
            <translation>混合</translation>
        </message>
        <message>
            <source>mode</source>
            <translation>模式</translation>
        </message>
        <message>
            <source>modes</source>
            <translation>模式</translation>
        </message>
        <message>
            <source>modes captured</source>
            <translation>捕获的模式数</translation>
        </message>
        <message>
            <source>moment matching (GMMN)</source>
            <translation>矩匹配 (GMMN)</translation>
        </message>
        <message>
            <source>moments of training side by side</source>
            <translation>训练中的若干时刻并排</translation>
        </message>
        <message>
            <source>momentum</source>
            <translation>动量</translation>
        </message>
        <message>
            <source>more is better</source>
            <translation>越大越好</translation>
        </message>
        <message>
            <source>nats</source>
            <translation>nats</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>no hidden layer</source>
            <translation>无隐藏层</translation>
        </message>
        <message>
            <source>non-saturating</source>
            <translation>非饱和</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>normal</source>
            <translation>正态</translation>
        </message>
        <message>
            <source>of blurred samples</source>
            <translation>针对模糊后的样本</translation>
        </message>
        <message>
            <source>of generated samples</source>
            <translation>生成样本的密度</translation>
        </message>
        <message>
            <source>of old and new samples</source>
            <translation>针对新旧样本</translation>
        </message>
        <message>
            <source>of packs of {0}</source>
            <translation>针对每包 {0} 个</translation>
        </message>
        <message>
            <source>off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>on</source>
            <translation>开</translation>
        </message>
        <message>
            <source>one run of every cell of a grid</source>
            <translation>网格每格中的一次运行</translation>
        </message>
        <message>
            <source>one-sided (Lipschitz)</source>
            <translation>单侧 (Lipschitz)</translation>
        </message>
        <message>
            <source>orthogonal</source>
            <translation>正交</translation>
        </message>
        <message>
            <source>p: mean over squares of side {0}</source>
            <translation>p：边长 {0} 的方格内的均值</translation>
        </message>
        <message>
            <source>parallel segments</source>
            <translation>平行线段</translation>
        </message>
        <message>
            <source>path of (θ, ψ)</source>
            <translation>(θ, ψ) 的轨迹</translation>
        </message>
        <message>
            <source>penalty</source>
            <translation>惩罚项</translation>
        </message>
        <message>
            <source>perfect generator</source>
            <translation>完美生成器</translation>
        </message>
        <message>
            <source>pinwheel</source>
            <translation>风车</translation>
        </message>
        <message>
            <source>random mixture</source>
            <translation>随机混合</translation>
        </message>
        <message>
            <source>relativistic average</source>
            <translation>相对平均</translation>
        </message>
        <message>
            <source>reverse KL</source>
            <translation>反向 KL</translation>
        </message>
        <message>
            <source>reverse KL over modes</source>
            <translation>模式上的反向 KL</translation>
        </message>
        <message>
            <source>ring</source>
            <translation>环</translation>
        </message>
        <message>
            <source>run</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>score</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>score²</source>
            <translation>评分²</translation>
        </message>
        <message>
            <source>seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>separate</source>
            <translation>分开</translation>
        </message>
        <message>
            <source>share</source>
            <translation>比例</translation>
        </message>
        <message>
            <source>share of samples</source>
            <translation>样本比例</translation>
        </message>
        <message>
            <source>share of the seeds</source>
            <translation>种子的比例</translation>
        </message>
        <message>
            <source>sigmoid</source>
            <translation>sigmoid</translation>
        </message>
        <message>
            <source>simultaneous</source>
            <translation>同时</translation>
        </message>
        <message>
            <source>sliced</source>
            <translation>切片近似</translation>
        </message>
        <message>
            <source>softplus</source>
            <translation>softplus</translation>
        </message>
        <message>
            <source>spectral</source>
            <translation>谱</translation>
        </message>
        <message>
            <source>spiral</source>
            <translation>螺旋</translation>
        </message>
        <message>
            <source>squared Hellinger</source>
            <translation>平方 Hellinger</translation>
        </message>
        <message>
            <source>step</source>
            <translation>步</translation>
        </message>
        <message>
            <source>tanh</source>
            <translation>tanh</translation>
        </message>
        <message>
            <source>the densities of data and generated samples, and what D believes</source>
            <translation>数据与生成样本的密度，以及 D 的判断</translation>
        </message>
        <message>
            <source>the game as a picture of data flow</source>
            <translation>博弈的数据流图</translation>
        </message>
        <message>
            <source>the losses of D and G over the steps</source>
            <translation>D 与 G 的损失随步数的变化</translation>
        </message>
        <message>
            <source>the path of both players in the game's vector field</source>
            <translation>双方在博弈向量场中的路径</translation>
        </message>
        <message>
            <source>the share of generated samples in each mode</source>
            <translation>各模式中生成样本的比例</translation>
        </message>
        <message>
            <source>the share of generated samples in each mode over the steps</source>
            <translation>各模式中生成样本的比例随步数的变化</translation>
        </message>
        <message>
            <source>total variation</source>
            <translation>全变差</translation>
        </message>
        <message>
            <source>true weights</source>
            <translation>真实权重</translation>
        </message>
        <message>
            <source>two circles</source>
            <translation>双圆</translation>
        </message>
        <message>
            <source>two moons</source>
            <translation>双月</translation>
        </message>
        <message>
            <source>two runs over each other: A solid, B dash-dotted with squares</source>
            <translation>叠在一起的两个运行：A 为实线，B 为带方块的点划线</translation>
        </message>
        <message>
            <source>two runs, A and B, side by side</source>
            <translation>并排的两个运行 A 与 B</translation>
        </message>
        <message>
            <source>unbalanced ring</source>
            <translation>不均衡环</translation>
        </message>
        <message>
            <source>uniform</source>
            <translation>均匀分布</translation>
        </message>
        <message>
            <source>where G is pulled</source>
            <translation>G 被拉向何处</translation>
        </message>
        <message>
            <source>witness</source>
            <translation>见证</translation>
        </message>
        <message>
            <source>x in a minibatch of data</source>
            <translation>x 在一个数据小批量中</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>{0} at step {1}</source>
            <translation>第 {1} 步 {0}</translation>
        </message>
        <message>
            <source>{0} earlier edits</source>
            <translation>更早的 {0} 处修改</translation>
        </message>
        <message>
            <source>{0} in every cell of a grid, the median of the seeds</source>
            <translation>网格每格中的 {0}（各种子的中位数）</translation>
        </message>
        <message>
            <source>{0} of the averaged G</source>
            <translation>平均 G 的 {0}</translation>
        </message>
        <message>
            <source>{0} of {1} diverged</source>
            <translation>{1} 个中有 {0} 个发散</translation>
        </message>
        <message>
            <source>{0} of {1} runs</source>
            <translation>{1} 个运行中的 {0} 个</translation>
        </message>
        <message>
            <source>{0} over the steps in every cell of a grid</source>
            <translation>网格每格中 {0} 随步数的变化</translation>
        </message>
        <message>
            <source>{0} runs, seeds {1} to {2}.</source>
            <translation>{0} 次运行，种子 {1} 到 {2}。</translation>
        </message>
        <message>
            <source>{0} runs, seeds {1} to {2}; this is the run of seed {3}.</source>
            <translation>{0} 次运行，种子 {1} 到 {2}；图中为种子 {3} 的运行。</translation>
        </message>
        <message>
            <source>{0} seeds</source>
            <translation>{0} 个种子</translation>
        </message>
        <message>
            <source>{0} undecided</source>
            <translation>{0} 未定</translation>
        </message>
        <message>
            <source>{0}: {1}, after {2} training steps.</source>
            <translation>{0}：{1}，训练 {2} 步之后。</translation>
        </message>
        <message>
            <source>θ, where G puts its point</source>
            <translation>θ，G 放点的位置</translation>
        </message>
        <message>
            <source>λ adversarial</source>
            <translation>对抗权重 λ</translation>
        </message>
        <message>
            <source>λ penalty</source>
            <translation>惩罚权重 λ</translation>
        </message>
        <message>
            <source>ψ, the slope of D</source>
            <translation>ψ，D 的斜率</translation>
        </message>
    </context>
    <context>
        <name>Films</name>
        <message>
            <source>Movie</source>
            <translation>影片</translation>
        </message>
        <message>
            <source>Nothing has been recorded yet: train a few steps.</source>
            <translation>还没有任何记录：请先训练几步。</translation>
        </message>
        <message>
            <source>Save the film strip</source>
            <translation>保存胶片图</translation>
        </message>
        <message>
            <source>Save the movie</source>
            <translation>保存影片</translation>
        </message>
    </context>
    <context>
        <name>Gallery</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Choose an experiment</source>
            <translation>选择实验</translation>
        </message>
        <message>
            <source>Dirac-GAN</source>
            <translation>Dirac-GAN</translation>
        </message>
        <message>
            <source>Experiments</source>
            <translation>实验</translation>
        </message>
        <message>
            <source>First steps</source>
            <translation>入门</translation>
        </message>
        <message>
            <source>Lessons</source>
            <translation>课程</translation>
        </message>
        <message>
            <source>Mode collapse</source>
            <translation>模式崩塌</translation>
        </message>
        <message>
            <source>No experiment has these words.</source>
            <translation>没有包含这些词的实验。</translation>
        </message>
        <message>
            <source>Open file…</source>
            <translation>打开文件…</translation>
        </message>
        <message>
            <source>Others</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>论文实验</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>The zoo</source>
            <translation>GAN 动物园</translation>
        </message>
        <message>
            <source>Theory</source>
            <translation>理论</translation>
        </message>
        <message>
            <source>Tricks</source>
            <translation>技巧</translation>
        </message>
        <message>
            <source>Wasserstein</source>
            <translation>Wasserstein</translation>
        </message>
    </context>
    <context>
        <name>Grid</name>
        <message>
            <source>a plot for each value of {0}</source>
            <translation>{0} 的每个取值一幅图</translation>
        </message>
        <message>
            <source>all seeds diverged, the last at step {0}</source>
            <translation>所有种子都已发散，最后一个在第 {0} 步</translation>
        </message>
        <message>
            <source>diverged</source>
            <translation>已发散</translation>
        </message>
        <message>
            <source>less is better</source>
            <translation>越小越好</translation>
        </message>
        <message>
            <source>line: median of {0} seeds; band: least to greatest</source>
            <translation>线：{0} 个种子的中位数；色带：从最小到最大</translation>
        </message>
        <message>
            <source>median of {0} seeds, from {1} to {2}</source>
            <translation>{0} 个种子的中位数，从 {1} 到 {2}</translation>
        </message>
        <message>
            <source>more is better</source>
            <translation>越大越好</translation>
        </message>
        <message>
            <source>not trained yet</source>
            <translation>尚未训练</translation>
        </message>
        <message>
            <source>off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>on</source>
            <translation>开</translation>
        </message>
        <message>
            <source>step</source>
            <translation>步</translation>
        </message>
        <message>
            <source>{0} ({1} and {2})</source>
            <translation>{0}（{1} 与 {2}）</translation>
        </message>
        <message>
            <source>{0} of the averaged G</source>
            <translation>平均 G 的 {0}</translation>
        </message>
        <message>
            <source>{0} of {1} diverged</source>
            <translation>{1} 个中有 {0} 个发散</translation>
        </message>
        <message>
            <source>{0} of {1} seeds diverged</source>
            <translation>{1} 个种子中有 {0} 个发散</translation>
        </message>
    </context>
    <context>
        <name>GridAxis</name>
        <message>
            <source>Evenly spaced in their logarithms</source>
            <translation>按对数等距</translation>
        </message>
        <message>
            <source>First setting</source>
            <translation>第一个设置</translation>
        </message>
        <message>
            <source>Second setting</source>
            <translation>第二个设置</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>取值</translation>
        </message>
        <message>
            <source>a number</source>
            <translation>一个数</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>一个整数</translation>
        </message>
        <message>
            <source>count</source>
            <translation>个数</translation>
        </message>
        <message>
            <source>from</source>
            <translation>从</translation>
        </message>
        <message>
            <source>log</source>
            <translation>对数</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>on</source>
            <translation>开</translation>
        </message>
        <message>
            <source>the same for G and D</source>
            <translation>G 与 D 相同</translation>
        </message>
        <message>
            <source>to</source>
            <translation>到</translation>
        </message>
        <message>
            <source>values, parted by commas</source>
            <translation>取值，用逗号分隔</translation>
        </message>
        <message>
            <source>widths such as 32 · 32</source>
            <translation>形如 32 · 32 的宽度</translation>
        </message>
        <message>
            <source>{0}: “{1}” is not {2}.</source>
            <translation>{0}：“{1}”不是{2}。</translation>
        </message>
    </context>
    <context>
        <name>GridClient</name>
        <message>
            <source>The grid's process has ended unexpectedly.</source>
            <translation>网格的进程意外结束了。</translation>
        </message>
    </context>
    <context>
        <name>GridForm</name>
        <message>
            <source>As many as cores are best</source>
            <translation>与核数相同最好</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>选择文件夹</translation>
        </message>
        <message>
            <source>Dask cluster</source>
            <translation>Dask 集群</translation>
        </message>
        <message>
            <source>First seed</source>
            <translation>第一个种子</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Processes</source>
            <translation>进程数</translation>
        </message>
        <message>
            <source>Seeds</source>
            <translation>种子数</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步数</translation>
        </message>
        <message>
            <source>Take the open experiment instead</source>
            <translation>改用当前打开的实验</translation>
        </message>
        <message>
            <source>The scheduler's address; empty trains on this machine</source>
            <translation>调度器的地址；留空则在本机训练</translation>
        </message>
        <message>
            <source>Varied: {0}</source>
            <translation>变化的实验：{0}</translation>
        </message>
    </context>
    <context>
        <name>GridResults</name>
        <message>
            <source>Curves</source>
            <translation>曲线</translation>
        </message>
        <message>
            <source>Heat map</source>
            <translation>热图</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>度量</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>Small multiples</source>
            <translation>小图阵</translation>
        </message>
        <message>
            <source>seed {0}</source>
            <translation>种子 {0}</translation>
        </message>
    </context>
    <context>
        <name>GridWindow</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Choose one or two settings and their values, then start.
Every pair of values is trained with every seed, in processes of their own;
results come as they are found, and stay in the folder.</source>
            <translation>选择一个或两个设置及其取值，然后开始。
每一对取值都用每个种子训练，各在自己的进程中；
结果随到随显示，并保存在文件夹里。</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Many: a grid of experiments</source>
            <translation>许多：实验网格</translation>
        </message>
        <message>
            <source>Open a grid…</source>
            <translation>打开网格…</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>begins</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <source>{0} failed</source>
            <translation>{0} 个失败</translation>
        </message>
        <message>
            <source>{0} left</source>
            <translation>还需 {0}</translation>
        </message>
        <message>
            <source>{0} of {1} cells</source>
            <translation>已完成 {0} / {1} 个单元</translation>
        </message>
        <message>
            <source>{0} × {1} cells × {2} seeds = {3} runs of {4} steps</source>
            <translation>{0} × {1} 个单元 × {2} 个种子 = {3} 次运行，每次 {4} 步</translation>
        </message>
        <message>
            <source>… and {0} more.</source>
            <translation>…以及另外 {0} 条。</translation>
        </message>
    </context>
    <context>
        <name>Group</name>
        <message>
            <source>fewer</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>more…</source>
            <translation>更多…</translation>
        </message>
    </context>
    <context>
        <name>Heading</name>
        <message>
            <source>{0} changed</source>
            <translation>{0} 项改动</translation>
        </message>
    </context>
    <context>
        <name>Help</name>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Diagnostics</source>
            <translation>诊断信息</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>指南</translation>
        </message>
        <message>
            <source>being asked…</source>
            <translation>正在询问…</translation>
        </message>
    </context>
    <context>
        <name>Job</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>正在启动…</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>The process that works has ended unexpectedly.</source>
            <translation>执行任务的进程意外结束。</translation>
        </message>
        <message>
            <source>Working…</source>
            <translation>正在执行…</translation>
        </message>
    </context>
    <context>
        <name>Keeper</name>
        <message>
            <source>Autosave is off: {0} Training goes on; saving is tried again.</source>
            <translation>自动保存已停：{0} 训练继续；稍后会再次尝试保存。</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Old runs were moved to the trash ({0}): the earlier runs had grown too large.</source>
            <translation>旧的运行已移入回收站（{0}）：以往的运行占用空间过大。</translation>
        </message>
        <message>
            <source>autosave is off</source>
            <translation>自动保存已停</translation>
        </message>
        <message>
            <source>autosaved {0} s ago</source>
            <translation>{0} 秒前自动保存</translation>
        </message>
    </context>
    <context>
        <name>Lesson</name>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Hide the answer</source>
            <translation>隐藏答案</translation>
        </message>
        <message>
            <source>Leave the lesson</source>
            <translation>退出课程</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Show the answer</source>
            <translation>显示答案</translation>
        </message>
    </context>
    <context>
        <name>ListControl</name>
        <message>
            <source>numbers</source>
            <translation>数</translation>
        </message>
        <message>
            <source>whole numbers</source>
            <translation>整数</translation>
        </message>
        <message>
            <source>“{text}” is not a row of {wanted}, such as {example}.</source>
            <translation>“{text}”不是一列{wanted}，例如 {example}。</translation>
        </message>
    </context>
    <context>
        <name>LossesView</name>
        <message>
            <source>D's accuracy on generated points: share it finds more fake than not</source>
            <translation>D 在生成点上的准确率：被判为更像假的比例</translation>
        </message>
        <message>
            <source>D's accuracy on real points: share it finds more real than not</source>
            <translation>D 在真实点上的准确率：被判为更像真的比例</translation>
        </message>
        <message>
            <source>D's loss</source>
            <translation>D 的损失</translation>
        </message>
        <message>
            <source>E T(x) − E f*(T(G(z))): what D has shown D_f(p‖p_g) to be at least</source>
            <translation>E T(x) − E f*(T(G(z)))：D 已证明 D_f(p‖p_g) 至少有这么大</translation>
        </message>
        <message>
            <source>E f(x) − E f(G(z)): what the critic thinks W₁ is</source>
            <translation>E f(x) − E f(G(z))：评论器对 W₁ 的估计</translation>
        </message>
        <message>
            <source>G's loss</source>
            <translation>G 的损失</translation>
        </message>
        <message>
            <source>G's loss; there is no D</source>
            <translation>G 的损失；没有 D</translation>
        </message>
        <message>
            <source>Losses</source>
            <translation>损失</translation>
        </message>
        <message>
            <source>Weighted penalty, added to D's loss; the D curve is drawn without it</source>
            <translation>加权后的惩罚项，加在 D 的损失上；图中 D 的曲线不含它</translation>
        </message>
        <message>
            <source>What D maximises: minus its loss</source>
            <translation>D 所最大化的量：其损失的负值</translation>
        </message>
        <message>
            <source>W₁ estimate</source>
            <translation>W₁ 估计</translation>
        </message>
        <message>
            <source>accuracy</source>
            <translation>准确率</translation>
        </message>
        <message>
            <source>accuracy on fake</source>
            <translation>准确率（生成）</translation>
        </message>
        <message>
            <source>accuracy on real</source>
            <translation>准确率（真实）</translation>
        </message>
        <message>
            <source>bound on {0}</source>
            <translation>{0} 的下界</translation>
        </message>
        <message>
            <source>energy</source>
            <translation>能量</translation>
        </message>
        <message>
            <source>here of blurred samples</source>
            <translation>这里针对模糊后的样本</translation>
        </message>
        <message>
            <source>here of data against old and new samples</source>
            <translation>这里针对数据与新旧样本</translation>
        </message>
        <message>
            <source>here of packs of {0}</source>
            <translation>这里针对每包 {0} 个样本</translation>
        </message>
        <message>
            <source>log</source>
            <translation>对数</translation>
        </message>
        <message>
            <source>nats</source>
            <translation>nats</translation>
        </message>
        <message>
            <source>penalty</source>
            <translation>惩罚</translation>
        </message>
        <message>
            <source>score</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>score²</source>
            <translation>评分²</translation>
        </message>
        <message>
            <source>the generators share the data out between them</source>
            <translation>各生成器分担数据</translation>
        </message>
        <message>
            <source>{0} where p_g = p and D is at its best</source>
            <translation>当 p_g = p 且 D 最优时为 {0}</translation>
        </message>
    </context>
    <context>
        <name>MachineView</name>
        <message>
            <source>A whole step at once</source>
            <translation>一次走完整整一步</translation>
        </message>
        <message>
            <source>Back to the newest step: training stays as it is</source>
            <translation>回到最新的一步：训练不受影响</translation>
        </message>
        <message>
            <source>Back, also into earlier steps (,)</source>
            <translation>后退，也可回到更早的步 (,)</translation>
        </message>
        <message>
            <source>D, G step</source>
            <translation>D、G 更新</translation>
        </message>
        <message>
            <source>Forward; at the end, train one more step (.)</source>
            <translation>前进；到末尾时再训练一步 (.)</translation>
        </message>
        <message>
            <source>How long each is shown: 0.3 to 10 seconds</source>
            <translation>每个显示多久：0.3 到 10 秒</translation>
        </message>
        <message>
            <source>Machine</source>
            <translation>机器</translation>
        </message>
        <message>
            <source>One update of one player at once</source>
            <translation>一次走完一方的一次更新</translation>
        </message>
        <message>
            <source>Pace</source>
            <translation>速度</translation>
        </message>
        <message>
            <source>Sample, forward, loss, backward, update</source>
            <translation>采样、前向、损失、反向、更新</translation>
        </message>
        <message>
            <source>Walk on by itself, or stop (Shift+Space)</source>
            <translation>自动前进，或停止 (Shift+Space)</translation>
        </message>
        <message>
            <source>iteration</source>
            <translation>迭代</translation>
        </message>
        <message>
            <source>now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>now: step {0}</source>
            <translation>现在：第 {0} 步</translation>
        </message>
        <message>
            <source>stage</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>{0} s each</source>
            <translation>每个 {0} 秒</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source> in {0} of {1} runs</source>
            <translation>（{1} 个运行中的 {0} 个）</translation>
        </message>
        <message>
            <source>, after {0} was set to {1}</source>
            <translation>，此前 {0} 被设为 {1}</translation>
        </message>
        <message>
            <source>, after {0} were changed</source>
            <translation>，此前改动了 {0}</translation>
        </message>
        <message>
            <source>Apply the WGAN recipe</source>
            <translation>采用 WGAN 的设置</translation>
        </message>
        <message>
            <source>D's loss</source>
            <translation>D 的损失</translation>
        </message>
        <message>
            <source>D's scores of the data</source>
            <translation>D 对数据的评分</translation>
        </message>
        <message>
            <source>D's scores of the samples</source>
            <translation>D 对样本的评分</translation>
        </message>
        <message>
            <source>G's loss</source>
            <translation>G 的损失</translation>
        </message>
        <message>
            <source>Go on from step {0}</source>
            <translation>从第 {0} 步继续</translation>
        </message>
        <message>
            <source>Keep as it is</source>
            <translation>保持不变</translation>
        </message>
        <message>
            <source>Keep training</source>
            <translation>继续训练</translation>
        </message>
        <message>
            <source>Nothing bounds the critic's slope now. The WGAN recipe does: RMSProp 5e-5, c = 0.01, k = 5.</source>
            <translation>现在没有任何东西限制评论器的斜率。WGAN 的设置可以限制：RMSProp 5e-5，c = 0.01，k = 5。</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Rebuild</source>
            <translation>重建</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Start again</source>
            <translation>重新开始</translation>
        </message>
        <message>
            <source>The dropped text</source>
            <translation>拖入的文本</translation>
        </message>
        <message>
            <source>The pictures show the last finite state. What usually helps: a smaller learning rate, a gradient penalty, or Adam instead of plain gradient descent.</source>
            <translation>图像显示最后一个有限的状态。通常有用的办法：减小学习率、加梯度惩罚，或用 Adam 代替普通梯度下降。</translation>
        </message>
        <message>
            <source>Training has stopped: {0} What was seen so far is kept.</source>
            <translation>训练已停止：{0} 已看到的内容都会保留。</translation>
        </message>
        <message>
            <source>the penalty</source>
            <translation>惩罚项</translation>
        </message>
        <message>
            <source>the weights</source>
            <translation>网络权重</translation>
        </message>
        <message>
            <source>{0} became infinite or undefined at step {1}</source>
            <translation>{0}在第 {1} 步变成无穷大或无定义</translation>
        </message>
        <message>
            <source>{0}: this rebuilds the networks, and training starts again from step 0.</source>
            <translation>{0}：这会重建网络，训练从第 0 步重新开始。</translation>
        </message>
    </context>
    <context>
        <name>Memory</name>
        <message>
            <source>Click to choose how much pictures and states may take.</source>
            <translation>点击选择图和状态可占用的内存。</translation>
        </message>
        <message>
            <source>Memory for pictures and states</source>
            <translation>图和状态的内存</translation>
        </message>
        <message>
            <source>Pictures: {0}</source>
            <translation>图：{0}</translation>
        </message>
        <message>
            <source>Rows beyond {0} MB a table live on the disk.</source>
            <translation>每张表超过 {0} MB 的行存放在磁盘上。</translation>
        </message>
        <message>
            <source>Rows: {0}, {1} MB of them in memory</source>
            <translation>行：{0}，其中内存里 {1} MB</translation>
        </message>
        <message>
            <source>States to go on from: {0}</source>
            <translation>可继续的状态：{0}</translation>
        </message>
        <message>
            <source>recording {0} of {1}</source>
            <translation>记录 {0} / {1}</translation>
        </message>
    </context>
    <context>
        <name>ModeHistoryView</name>
        <message>
            <source>A row for each mode, a column for some steps: the mean share over them.
The colour grows with the square root of the share: small shares are seen.
“Hops”: in sight, the mode with most samples changed 3 times or more while it usually had over 60 %.</source>
            <translation>每个模式一行，若干步一列：这些步上的平均比例。
颜色随比例的平方根加深，因此小比例也看得见。
“跳动”：在可见范围内，样本最多的模式改变了 3 次或更多，而它通常占 60 % 以上。</translation>
        </message>
        <message>
            <source>Mode history</source>
            <translation>模式历史</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>正在启动…</translation>
        </message>
        <message>
            <source>This data has no separate modes.</source>
            <translation>该数据没有分开的模式。</translation>
        </message>
        <message>
            <source>on no mode</source>
            <translation>不在任何模式上</translation>
        </message>
        <message>
            <source>run {0} of {1}</source>
            <translation>运行 {0} / {1}</translation>
        </message>
        <message>
            <source>spread over all modes</source>
            <translation>分布在所有模式上</translation>
        </message>
        <message>
            <source>spread over {0} of {1} modes</source>
            <translation>分布在 {1} 个模式中的 {0} 个上</translation>
        </message>
        <message>
            <source>the generator hops</source>
            <translation>生成器来回跳动</translation>
        </message>
        <message>
            <source>the generator stays on one mode</source>
            <translation>生成器停在一个模式上</translation>
        </message>
    </context>
    <context>
        <name>ModesView</name>
        <message>
            <source>Bars: share of the samples nearest to each mode, however far away.
Dotted: the mode's true weight.
Captured and high quality count only samples within 3 σ of a mode.</source>
            <translation>柱：距每个模式最近的样本所占比例，不论多远。
点线：该模式的真实权重。
已捕获和高质量只计距模式 3 σ 以内的样本。</translation>
        </message>
        <message>
            <source>Modes</source>
            <translation>模式</translation>
        </message>
        <message>
            <source>Share of the samples on each mode</source>
            <translation>各模式上的样本比例</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>正在启动…</translation>
        </message>
        <message>
            <source>This data has no separate modes.</source>
            <translation>该数据没有分开的模式。</translation>
        </message>
        <message>
            <source>all classes together</source>
            <translation>所有类别合计</translation>
        </message>
        <message>
            <source>all {0} generators together</source>
            <translation>{0} 个生成器合计</translation>
        </message>
        <message>
            <source>bars: share by nearest mode</source>
            <translation>柱：按最近模式计的比例</translation>
        </message>
        <message>
            <source>captured {captured} of {modes} · high quality {share}</source>
            <translation>已捕获 {captured} / {modes} · 高质量 {share}</translation>
        </message>
        <message>
            <source>high quality at best {0}</source>
            <translation>高质量上限 {0}</translation>
        </message>
        <message>
            <source>median of {0} runs, whiskers 10–90 %</source>
            <translation>{0} 个运行的中位数，须线 10–90 %</translation>
        </message>
        <message>
            <source>modes have shrunk</source>
            <translation>模式缩小了</translation>
        </message>
        <message>
            <source>reverse KL {0} nats</source>
            <translation>反向 KL {0} nats</translation>
        </message>
    </context>
    <context>
        <name>MovieDialog</name>
        <message>
            <source>A alone</source>
            <translation>仅 A</translation>
        </message>
        <message>
            <source>A and B, side by side</source>
            <translation>A 与 B 并排</translation>
        </message>
        <message>
            <source>B alone</source>
            <translation>仅 B</translation>
        </message>
        <message>
            <source>Beside it</source>
            <translation>旁边</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>File type</source>
            <translation>文件类型</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>拍摄</translation>
        </message>
        <message>
            <source>Frames a second</source>
            <translation>每秒帧数</translation>
        </message>
        <message>
            <source>Large panel</source>
            <translation>大面板</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>时长</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Movie</source>
            <translation>影片</translation>
        </message>
        <message>
            <source>Size in pixels</source>
            <translation>像素尺寸</translation>
        </message>
        <message>
            <source>Steps from, to</source>
            <translation>起止步数</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Time runs</source>
            <translation>时间推进</translation>
        </message>
        <message>
            <source>evenly in recorded pictures</source>
            <translation>按已记录的画面均匀推进</translation>
        </message>
        <message>
            <source>evenly in training steps</source>
            <translation>按训练步数均匀推进</translation>
        </message>
        <message>
            <source>it will stand still between them: train on or make it shorter</source>
            <translation>画面之间会静止：请继续训练或缩短影片</translation>
        </message>
        <message>
            <source>not in sight while it was recorded: {0}</source>
            <translation>记录时未显示：{0}</translation>
        </message>
        <message>
            <source>other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>{0} frames of {1} recorded pictures</source>
            <translation>{0} 帧，来自 {1} 个已记录的画面</translation>
        </message>
    </context>
    <context>
        <name>NoiseLine</name>
        <message>
            <source>Noise z to x = G(z)</source>
            <translation>噪声 z 到 x = G(z)</translation>
        </message>
        <message>
            <source>first of %1 coordinates, the others 0</source>
            <translation>%1 个坐标中的第一个，其余为 0</translation>
        </message>
    </context>
    <context>
        <name>NumberControl</name>
        <message>
            <source>a number</source>
            <translation>一个数</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>一个整数</translation>
        </message>
        <message>
            <source>off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>“{text}” is not {wanted}.</source>
            <translation>“{text}”不是{wanted}。</translation>
        </message>
    </context>
    <context>
        <name>OneRunView</name>
        <message>
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Generate class y: G(z | y), and D(x | y) for it alone</source>
            <translation>生成类别 y：G(z | y)，D(x | y) 也只看它</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>Which run is shown</source>
            <translation>显示哪个运行</translation>
        </message>
        <message>
            <source>all classes</source>
            <translation>所有类别</translation>
        </message>
        <message>
            <source>class %1</source>
            <translation>类别 %1</translation>
        </message>
        <message>
            <source>diverged at step %1</source>
            <translation>在第 %1 步发散</translation>
        </message>
        <message>
            <source>run %1</source>
            <translation>运行 %1</translation>
        </message>
        <message>
            <source>run %1 of %2</source>
            <translation>运行 %1 / %2</translation>
        </message>
        <message>
            <source>seed %1</source>
            <translation>种子 %1</translation>
        </message>
    </context>
    <context>
        <name>OutsideNote</name>
        <message>
            <source>%1 of %2 generated points outside</source>
            <translation>%2 个生成点中有 %1 个在图外</translation>
        </message>
    </context>
    <context>
        <name>Page</name>
        <message>
            <source> · last time round: {0} steps</source>
            <translation> · 最近一圈：{0} 步</translation>
        </message>
        <message>
            <source>+ penalty {0}</source>
            <translation>+ 惩罚 {0}</translation>
        </message>
        <message>
            <source>1  The data</source>
            <translation>1  数据</translation>
        </message>
        <message>
            <source>25 modes of weight 1/25, 2 apart, σ = 0.2; p(y|x) is their true posterior</source>
            <translation>25 个模式，权重各 1/25，间距 2，σ = 0.2；p(y|x) 是其真实后验</translation>
        </message>
        <message>
            <source>3  D at step {0}</source>
            <translation>3  第 {0} 步的 D</translation>
        </message>
        <message>
            <source>8 modes</source>
            <translation>8 个模式</translation>
        </message>
        <message>
            <source>8 modes of weight 1/8, radius 2, σ = 0.2; p(y|x) is their true posterior</source>
            <translation>8 个模式，权重各 1/8，半径 2，σ = 0.2；p(y|x) 是其真实后验</translation>
        </message>
        <message>
            <source>99 % noise costs at most ln 100 nats; in many dimensions nobody notices.</source>
            <translation>99 % 的噪声最多损失 ln 100 nats；维数高时谁也看不出来。</translation>
        </message>
        <message>
            <source>; a single point, repeated, comes out {1} nats above them.</source>
            <translation>；重复一个点，却比它们高 {1} nats。</translation>
        </message>
        <message>
            <source>; at step {0} G has gone on to mode {1}, and D must follow.</source>
            <translation>；第 {0} 步时 G 已转到模式 {1}，D 必须跟上。</translation>
        </message>
        <message>
            <source>; at step {0} G is still at this mode.</source>
            <translation>；第 {0} 步时 G 仍在这个模式。</translation>
        </message>
        <message>
            <source>; neither centroids nor a single point beat them by more than the error.</source>
            <translation>；k 均值中心或单个点都没有超出误差地胜过它们。</translation>
        </message>
        <message>
            <source>; {0} k-means centroids come out {1} nats above them.</source>
            <translation>；{0} 个 k 均值中心比它们高 {1} nats。</translation>
        </message>
        <message>
            <source>A G that stands still</source>
            <translation>静止不动的 G</translation>
        </message>
        <message>
            <source>A GAN that does not need one</source>
            <translation>不需要似然的 GAN</translation>
        </message>
        <message>
            <source>A component lies at the floor of σ; without it it would be narrower.</source>
            <translation>有一个分量已到 σ 的下限；没有下限它会更窄。</translation>
        </message>
        <message>
            <source>A critic at work: clipping</source>
            <translation>工作中的评论器：裁剪</translation>
        </message>
        <message>
            <source>A critic at work: penalty</source>
            <translation>工作中的评论器：惩罚</translation>
        </message>
        <message>
            <source>A critic in training</source>
            <translation>训练中的评论器</translation>
        </message>
        <message>
            <source>A cure: the gradient penalty</source>
            <translation>对策：梯度惩罚</translation>
        </message>
        <message>
            <source>A cure: unrolling</source>
            <translation>对策：展开</translation>
        </message>
        <message>
            <source>A generated sample</source>
            <translation>一个生成样本</translation>
        </message>
        <message>
            <source>A heap in the middle is carried apart</source>
            <translation>中间的一堆土被分到两边</translation>
        </message>
        <message>
            <source>A kernel compares samples with data; nobody plays against G.</source>
            <translation>用核比较样本与数据；没有谁与 G 对弈。</translation>
        </message>
        <message>
            <source>A learned statistic at work</source>
            <translation>学出来的统计量在工作</translation>
        </message>
        <message>
            <source>A lower bound of log p is maximised.</source>
            <translation>最大化 log p 的一个下界。</translation>
        </message>
        <message>
            <source>A mixture as published</source>
            <translation>论文中的混合分布</translation>
        </message>
        <message>
            <source>A mode shrinks to a point</source>
            <translation>模式缩成一个点</translation>
        </message>
        <message>
            <source>A network learns to undo noise; noising and undoing in turn walks through the data.</source>
            <translation>网络学习去除噪声；加噪与去噪交替进行，就在数据中游走。</translation>
        </message>
        <message>
            <source>A perfect discriminator is flat where the samples are; the critic slopes everywhere.</source>
            <translation>完美的判别器在样本处是平的；评论器处处有斜率。</translation>
        </message>
        <message>
            <source>A perfect generator: D* is ½ everywhere</source>
            <translation>完美的生成器：D* 处处为 ½</translation>
        </message>
        <message>
            <source>A point: drag it</source>
            <translation>一个点：可拖动</translation>
        </message>
        <message>
            <source>A sample costs {0}.</source>
            <translation>生成一个样本需要：{0}。</translation>
        </message>
        <message>
            <source>A sample is made in one go from noise.</source>
            <translation>样本由噪声一次生成。</translation>
        </message>
        <message>
            <source>A sample is made of the one before.</source>
            <translation>每个样本由前一个样本变来。</translation>
        </message>
        <message>
            <source>A second network q(z|x) gives a lower bound of log p; a gap stays where q is too weak.</source>
            <translation>第二个网络 q(z|x) 给出 log p 的下界；q 太弱时会留下间隙。</translation>
        </message>
        <message>
            <source>A second player learns what tells samples from data, and G learns to pass.</source>
            <translation>另一个玩家学习区分样本与数据，G 则学习骗过它。</translation>
        </message>
        <message>
            <source>A window on each sample</source>
            <translation>每个样本上一个窗</translation>
        </message>
        <message>
            <source>Ackley et al. 1985; Hinton &amp; Sejnowski 1986</source>
            <translation>Ackley 等 1985；Hinton 与 Sejnowski 1986</translation>
        </message>
        <message>
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <source>Add noise</source>
            <translation>加入噪声</translation>
        </message>
        <message>
            <source>All modes there, each nearly a point: ask IS</source>
            <translation>模式齐全，每个几乎缩成一点：看 IS</translation>
        </message>
        <message>
            <source>All of G runs to where D believes, D follows, G runs on: mode after mode.</source>
            <translation>整个 G 跑到 D 相信的地方，D 跟上去，G 又跑开：一个模式接一个模式。</translation>
        </message>
        <message>
            <source>All that IS sees: p(y) and E H(y|x)</source>
            <translation>IS 所见的全部：p(y) 与 E H(y|x)</translation>
        </message>
        <message>
            <source>An energy says which x are likely; its sum over all states Z cannot be computed.</source>
            <translation>能量说明哪些 x 较有可能；对所有状态的求和 Z 无法计算。</translation>
        </message>
        <message>
            <source>An invertible g bends a simple density; z must have as many dimensions as x.</source>
            <translation>可逆的 g 把简单的密度弯成所要的；z 的维数必须与 x 相同。</translation>
        </message>
        <message>
            <source>Approximate density</source>
            <translation>近似的密度</translation>
        </message>
        <message>
            <source>Are these two samples from one distribution? D is a test statistic that was learned.</source>
            <translation>这两组样本来自同一个分布吗？D 就是学出来的检验统计量。</translation>
        </message>
        <message>
            <source>Arjovsky &amp; Bottou 2017, theorems 2.4 and 2.6, figures 2 and 3</source>
            <translation>Arjovsky 与 Bottou 2017，定理 2.4 与 2.6，图 2 与图 3</translation>
        </message>
        <message>
            <source>Arjovsky et al. 2017, figure 2; Gulrajani et al. 2017, section 4; Petzka et al. 2018</source>
            <translation>Arjovsky 等 2017，图 2；Gulrajani 等 2017，第 4 节；Petzka 等 2018</translation>
        </message>
        <message>
            <source>Arjovsky, Chintala &amp; Bottou 2017, example 1 and figure 1</source>
            <translation>Arjovsky、Chintala 与 Bottou 2017，例 1 与图 1</translation>
        </message>
        <message>
            <source>As many from N(0, 1)</source>
            <translation>取自 N(0, 1) 的同样多个点</translation>
        </message>
        <message>
            <source>At d = {0} the bias of {1} of the data's own samples is within its error</source>
            <translation>d = {0} 时，数据自身的 {1} 个样本的偏差在误差范围之内</translation>
        </message>
        <message>
            <source>At d = {0}, {1} of the data's own samples come out {2} nats too low</source>
            <translation>d = {0} 时，数据自身的 {1} 个样本低估了 {2} nats</translation>
        </message>
        <message>
            <source>At step {0}, {1:.0f} % of the samples are nearest to mode {2}. {3} steps later D finds the very same samples {4} ({5:.2f}, before {6:.2f})</source>
            <translation>第 {0} 步时，{1:.0f} % 的样本离模式 {2} 最近。{3} 步之后，D 认为同样这些样本{4}（{5:.2f}，之前为 {6:.2f}）</translation>
        </message>
        <message>
            <source>At the middle of p_g the best D passes on a gradient of {0}, the best critic {1}.</source>
            <translation>在 p_g 的中间，最优的 D 传回的梯度为 {0}，最优的评论器为 {1}。</translation>
        </message>
        <message>
            <source>At the middle of p_g this D passes on a gradient of {0}, this critic, divided by its L, one of {1}.</source>
            <translation>在 p_g 的中间，这个 D 传回的梯度为 {0}，这个评论器除以其 L 后为 {1}。</translation>
        </message>
        <message>
            <source>At x = {0} p's share is D* = {1}.</source>
            <translation>在 x = {0} 处，p 的份额是 D* = {1}。</translation>
        </message>
        <message>
            <source>Bengio et al. 2014</source>
            <translation>Bengio 等 2014</translation>
        </message>
        <message>
            <source>Best Gaussian by each divergence</source>
            <translation>各散度下最好的高斯</translation>
        </message>
        <message>
            <source>Bias: 400 and 2 000 of them, up to {0} draws; bars: two standard errors; drawn from {1} nats on.</source>
            <translation>偏差：取 400 与 2 000 个样例，至多抽取 {0} 次；误差棒：两倍标准误差；从 {1} nats 起画出。</translation>
        </message>
        <message>
            <source>Bias: truth − estimate</source>
            <translation>偏差：真值 − 估计</translation>
        </message>
        <message>
            <source>Boltzmann
machine</source>
            <translation>玻尔兹曼机</translation>
        </message>
        <message>
            <source>Both at once</source>
            <translation>同时更新</translation>
        </message>
        <message>
            <source>Both point the same way here, JS with slope {0}, W₁ with slope {1}; but JS ends in a valley where only one mode meets another.</source>
            <translation>两者在此处方向一致，JS 的斜率为 {0}，W₁ 的斜率为 {1}；但 JS 会停在只有一个模式与另一个重合的谷里。</translation>
        </message>
        <message>
            <source>Both tell the way: JS with slope {0}, W₁ with slope {1}.</source>
            <translation>两者都指明方向：JS 的斜率为 {0}，W₁ 的斜率为 {1}。</translation>
        </message>
        <message>
            <source>C(G) = −ln 4 + 2 JSD = {0} + 2 · {1} = {2} nats</source>
            <translation>C(G) = −ln 4 + 2 JSD = {0} + 2 · {1} = {2} nats</translation>
        </message>
        <message>
            <source>Carrying p onto q costs {0} per unit of mass, {1} of it done; the potential f earns {2}: no way is cheaper.</source>
            <translation>把 p 搬成 q，每单位质量的代价为 {0}，已完成 {1}；势函数 f 的所得为 {2}：没有更省的办法。</translation>
        </message>
        <message>
            <source>Click a leaf</source>
            <translation>点击一片叶子</translation>
        </message>
        <message>
            <source>Clipping in training</source>
            <translation>训练中的裁剪</translation>
        </message>
        <message>
            <source>Components of ∇(−log D)</source>
            <translation>∇(−log D) 的分量</translation>
        </message>
        <message>
            <source>Consensus</source>
            <translation>共识优化</translation>
        </message>
        <message>
            <source>Copies, ε = {0}</source>
            <translation>复制品，ε = {0}</translation>
        </message>
        <message>
            <source>Cost, and what proves it least</source>
            <translation>代价，以及它最小的证据</translation>
        </message>
        <message>
            <source>D</source>
            <translation>D</translation>
        </message>
        <message>
            <source>D = {0}</source>
            <translation>D = {0}</translation>
        </message>
        <message>
            <source>D after {0} steps</source>
            <translation>{0} 步后的 D</translation>
        </message>
        <message>
            <source>D as it would be {0} updates from now says {1} of the samples on average.</source>
            <translation>再更新 {0} 次之后的 D，对样本的判断平均为 {1}。</translation>
        </message>
        <message>
            <source>D at its best</source>
            <translation>最优的 D</translation>
        </message>
        <message>
            <source>D learned from one half of the samples tells {0} % of the other half rightly, p = {1}. Training D is choosing the statistic.</source>
            <translation>D 用一半样本学习，对另一半答对 {0} %，p = {1}。训练 D 就是在选择统计量。</translation>
        </message>
        <message>
            <source>D of packs of {0}</source>
            <translation>D，每包 {0} 个</translation>
        </message>
        <message>
            <source>D on them {0:.2f}</source>
            <translation>D 给它们 {0:.2f}</translation>
        </message>
        <message>
            <source>D rebuilds data with an error of {0} and samples with {1} on average.</source>
            <translation>D 重建数据的平均误差为 {0}，重建样本为 {1}。</translation>
        </message>
        <message>
            <source>D says</source>
            <translation>D 的判断</translation>
        </message>
        <message>
            <source>D says {0}</source>
            <translation>D 输出 {0}</translation>
        </message>
        <message>
            <source>D says {0} of the data and {1} of the samples on average: 1 means real.</source>
            <translation>D 对数据的判断平均为 {0}，对样本为 {1}：1 表示真实。</translation>
        </message>
        <message>
            <source>D scores data {0} and samples {1} on average: higher means more real.</source>
            <translation>D 给数据的平均评分为 {0}，给样本为 {1}：越高越真。</translation>
        </message>
        <message>
            <source>D stands still: the Helvetica scenario</source>
            <translation>D 不动：Helvetica 情形</translation>
        </message>
        <message>
            <source>D takes the sample for a fake: log(1 − D) pulls its logit by {0}, −log D by {1}, {2} times as hard.</source>
            <translation>D 把样本当成假的：log(1 − D) 对 logit 的拉力为 {0}，−log D 为 {1}，是前者的 {2} 倍。</translation>
        </message>
        <message>
            <source>D takes the sample for real: −log D pulls by {1} only, log(1 − D) still by {0}, {2} times as hard.</source>
            <translation>D 把样本当成真的：−log D 的拉力只有 {1}，log(1 − D) 仍有 {0}，是前者的 {2} 倍。</translation>
        </message>
        <message>
            <source>D trained</source>
            <translation>训练的 D</translation>
        </message>
        <message>
            <source>D update {0} of {1}</source>
            <translation>D 更新 {0}/{1}</translation>
        </message>
        <message>
            <source>D's bound: {0}</source>
            <translation>D 的下界：{0}</translation>
        </message>
        <message>
            <source>D's loss is {0}, and {1} with the penalty of {2} on its slope.</source>
            <translation>D 的损失为 {0}，加上对斜率的惩罚 {2}，共 {1}。</translation>
        </message>
        <message>
            <source>D's loss is {0}: it falls as D tells data and samples apart.</source>
            <translation>D 的损失为 {0}：D 越能分清数据与样本，它就越小。</translation>
        </message>
        <message>
            <source>D* (best)</source>
            <translation>D*（最优）</translation>
        </message>
        <message>
            <source>D* (thin)</source>
            <translation>D*（细线）</translation>
        </message>
        <message>
            <source>D*, JSD (with the ½), C(G) and V: quadrature over 641 points, in nats</source>
            <translation>D*、JSD（含 ½）、C(G) 与 V：641 个点上的数值积分，以 nats 计</translation>
        </message>
        <message>
            <source>D*, f*, W₁: closed form; JSD (with the ½) and means: quadrature over 601 points</source>
            <translation>D*、f*、W₁：闭式解；JSD（含 ½）与均值：601 个点上的数值积分</translation>
        </message>
        <message>
            <source>D, an auto-encoder</source>
            <translation>D，自编码器</translation>
        </message>
        <message>
            <source>D, from the hollow points</source>
            <translation>D，由空心点学得</translation>
        </message>
        <message>
            <source>D, held still, rebuilds the samples with an error of {0} on average.</source>
            <translation>固定的 D 重建样本，平均误差为 {0}。</translation>
        </message>
        <message>
            <source>D, held still, says {0} of the new samples on average; G wants it higher.</source>
            <translation>固定的 D 对新样本的判断平均为 {0}；G 希望它更高。</translation>
        </message>
        <message>
            <source>D, mean of classes</source>
            <translation>D，各类别的均值</translation>
        </message>
        <message>
            <source>D: ReLU network, Adam, minibatches of {0} of each</source>
            <translation>D：ReLU 网络，Adam，小批量各 {0} 个</translation>
        </message>
        <message>
            <source>DDPM</source>
            <translation>DDPM</translation>
        </message>
        <message>
            <source>D_f of G: {0}</source>
            <translation>G 的 D_f：{0}</translation>
        </message>
        <message>
            <source>D_f(p‖q) over μ and σ</source>
            <translation>D_f(p‖q)，随 μ 与 σ</translation>
        </message>
        <message>
            <source>Damped so much, the flow no longer turns: it comes straight in.</source>
            <translation>阻尼如此之大，流不再绕圈：它径直趋近。</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Data in two dimensions</source>
            <translation>二维数据</translation>
        </message>
        <message>
            <source>Deco &amp; Brauer 1995; Dinh et al. 2016</source>
            <translation>Deco 与 Brauer 1995；Dinh 等 2016</translation>
        </message>
        <message>
            <source>Diffusion</source>
            <translation>扩散模型</translation>
        </message>
        <message>
            <source>Dimensions</source>
            <translation>维数</translation>
        </message>
        <message>
            <source>Dirac (one point)</source>
            <translation>Dirac（单点）</translation>
        </message>
        <message>
            <source>Direct</source>
            <translation>直接</translation>
        </message>
        <message>
            <source>Discriminator against critic</source>
            <translation>判别器与评论器</translation>
        </message>
        <message>
            <source>Distance from the equilibrium</source>
            <translation>到平衡点的距离</translation>
        </message>
        <message>
            <source>Divided by their steepest slope, the clipped critics find at most {0} of the {1} between the samples, that with the penalty {2}.</source>
            <translation>除以各自的最陡斜率后，裁剪的评论器最多找到样本间距离 {1} 中的 {0}，用惩罚的找到 {2}。</translation>
        </message>
        <message>
            <source>Drag c: through the layers gradients die or explode; with the penalty they do neither.</source>
            <translation>拖动 c：梯度逐层消失或爆炸；用惩罚则都不会。</translation>
        </message>
        <message>
            <source>Drag either density: D* is p's share of the two, and what it earns is 2 JSD − ln 4.</source>
            <translation>拖动任一密度：D* 是 p 在两者中的份额，它的所得为 2 JSD − ln 4。</translation>
        </message>
        <message>
            <source>Drag q's points</source>
            <translation>拖动 q 的点</translation>
        </message>
        <message>
            <source>Drag q: the shift θ</source>
            <translation>拖动 q：平移 θ</translation>
        </message>
        <message>
            <source>Drag the point to where D is sure of a fake: which loss still pulls there?</source>
            <translation>把点拖到 D 确信为假的地方：哪种损失在那里还有拉力？</translation>
        </message>
        <message>
            <source>Drag the start: which games turn for ever, which fly apart, which come to rest?</source>
            <translation>拖动起点：哪些博弈永远绕圈，哪些飞散，哪些静止下来？</translation>
        </message>
        <message>
            <source>Drag the two apart</source>
            <translation>把两者拖开</translation>
        </message>
        <message>
            <source>Drag: sideways the mean, upwards the narrower</source>
            <translation>拖动：左右移动均值，向上则变窄</translation>
        </message>
        <message>
            <source>Drag: the shift θ</source>
            <translation>拖动：平移 θ</translation>
        </message>
        <message>
            <source>Draw again</source>
            <translation>重新抽样</translation>
        </message>
        <message>
            <source>Draw new points</source>
            <translation>重新抽点</translation>
        </message>
        <message>
            <source>Drop modes</source>
            <translation>丢掉模式</translation>
        </message>
        <message>
            <source>E ln p</source>
            <translation>E ln p</translation>
        </message>
        <message>
            <source>E ln p {0}</source>
            <translation>E ln p {0}</translation>
        </message>
        <message>
            <source>E ln q</source>
            <translation>E ln q</translation>
        </message>
        <message>
            <source>ELU</source>
            <translation>ELU</translation>
        </message>
        <message>
            <source>EM</source>
            <translation>EM</translation>
        </message>
        <message>
            <source>E_p f − E_q f = {0}</source>
            <translation>E_p f − E_q f = {0}</translation>
        </message>
        <message>
            <source>Each mode is shrunken to {0} of its spread: IS does not fall but rises, to {1}; FID loses {2}, MMD² at h = {3} loses {4}.</source>
            <translation>每个模式缩到原宽度的 {0}：IS 不降反升，到 {1}；FID 失分 {2}，h = {3} 的 MMD² 失分 {4}。</translation>
        </message>
        <message>
            <source>Each point pulls the density up where it lies, and the density has only one unit of mass.</source>
            <translation>每个点都把所在处的密度往上拉，而密度的总质量只有 1。</translation>
        </message>
        <message>
            <source>Estimates: σ by 1 000 validation examples, ± standard error over 1 000 others.</source>
            <translation>估计：σ 由 1 000 个验证样例选定，± 为另外 1 000 个样例上的标准误差。</translation>
        </message>
        <message>
            <source>Exact, and estimated from samples</source>
            <translation>精确值，与由样本得到的估计</translation>
        </message>
        <message>
            <source>Exact, and estimated from {0} samples</source>
            <translation>精确值，与 {0} 个样本的估计</translation>
        </message>
        <message>
            <source>Explicit density</source>
            <translation>显式密度</translation>
        </message>
        <message>
            <source>F, G</source>
            <translation>F、G</translation>
        </message>
        <message>
            <source>Few modes, the same mean and covariance: ask FID</source>
            <translation>模式很少，均值和协方差相同：看 FID</translation>
        </message>
        <message>
            <source>Fit one Gaussian to two humps: KL(p‖q) covers both, KL(q‖p) chooses one.</source>
            <translation>用一个高斯拟合两个峰：KL(p‖q) 两峰都覆盖，KL(q‖p) 只选一个。</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>已找到</translation>
        </message>
        <message>
            <source>Four modes</source>
            <translation>四个模式</translation>
        </message>
        <message>
            <source>Frey et al. 1996; van den Oord et al. 2016</source>
            <translation>Frey 等 1996；van den Oord 等 2016</translation>
        </message>
        <message>
            <source>From the last hidden layer to the input the gradient goes from {0} to {1} with c = {2}, and from {3} to {4} under the penalty.</source>
            <translation>从最后一个隐藏层到输入，c = {2} 时梯度由 {0} 变为 {1}，用惩罚时由 {3} 变为 {4}。</translation>
        </message>
        <message>
            <source>Fréchet distance</source>
            <translation>Fréchet 距离</translation>
        </message>
        <message>
            <source>Fréchet distance ↓</source>
            <translation>Fréchet 距离 ↓</translation>
        </message>
        <message>
            <source>Fully visible
belief nets</source>
            <translation>完全可见
信念网络</translation>
        </message>
        <message>
            <source>G after {0} steps</source>
            <translation>{0} 步后的 G</translation>
        </message>
        <message>
            <source>G turns fresh noise z into samples, and data are drawn: n = {0} each.</source>
            <translation>G 把新的噪声 z 变成样本，并抽取数据：各 n = {0}。</translation>
        </message>
        <message>
            <source>G turns fresh noise z into samples, n = {0}.</source>
            <translation>G 把新的噪声 z 变成样本，n = {0}。</translation>
        </message>
        <message>
            <source>G update {0} of {1}</source>
            <translation>G 更新 {0}/{1}</translation>
        </message>
        <message>
            <source>G's loss is {0}: it falls as D finds the samples more real.</source>
            <translation>G 的损失为 {0}：D 认为样本越真，它就越小。</translation>
        </message>
        <message>
            <source>G's loss over D</source>
            <translation>G 的损失，横轴为 D</translation>
        </message>
        <message>
            <source>GAN</source>
            <translation>GAN</translation>
        </message>
        <message>
            <source>GAN, at once</source>
            <translation>GAN，同时更新</translation>
        </message>
        <message>
            <source>GAN, in turn</source>
            <translation>GAN，交替更新</translation>
        </message>
        <message>
            <source>GAN: Figure 1 of 2014</source>
            <translation>GAN：2014 年的图 1</translation>
        </message>
        <message>
            <source>GAN: the ring</source>
            <translation>GAN：环</translation>
        </message>
        <message>
            <source>GMMN</source>
            <translation>GMMN</translation>
        </message>
        <message>
            <source>Gaussian</source>
            <translation>高斯分布</translation>
        </message>
        <message>
            <source>Gaussian in 2-D</source>
            <translation>二维高斯分布</translation>
        </message>
        <message>
            <source>Gaussian mixture</source>
            <translation>高斯混合分布</translation>
        </message>
        <message>
            <source>Gaussian of the same quartiles</source>
            <translation>四分位数相同的高斯</translation>
        </message>
        <message>
            <source>Generative
stochastic net</source>
            <translation>生成
随机网络</translation>
        </message>
        <message>
            <source>Generative models by what they say of the density, and by what a sample costs.</source>
            <translation>各种生成模型怎样描述密度，生成一个样本又要付出什么代价。</translation>
        </message>
        <message>
            <source>Goodfellow 2016 (tutorial), section 2.1, figure 8; Dempster, Laird &amp; Rubin 1977</source>
            <translation>Goodfellow 2016（教程），第 2.1 节，图 8；Dempster、Laird 与 Rubin 1977</translation>
        </message>
        <message>
            <source>Goodfellow 2016, figure 9 and section 2</source>
            <translation>Goodfellow 2016，图 9 与第 2 节</translation>
        </message>
        <message>
            <source>Goodfellow 2016, section 5.1.1; set-up of Metz et al. 2017, without unrolling</source>
            <translation>Goodfellow 2016，第 5.1.1 节；实验设置取自 Metz 等 2017，但不展开</translation>
        </message>
        <message>
            <source>Goodfellow et al. 2014</source>
            <translation>Goodfellow 等 2014</translation>
        </message>
        <message>
            <source>Goodfellow et al. 2014, Proposition 1, equations 2 to 6</source>
            <translation>Goodfellow 等 2014，命题 1，式 (2) 至 (6)</translation>
        </message>
        <message>
            <source>Goodfellow et al. 2014, section 3; Mao et al. 2017; Lim &amp; Ye 2017; Arjovsky et al. 2017</source>
            <translation>Goodfellow 等 2014，第 3 节；Mao 等 2017；Lim 与 Ye 2017；Arjovsky 等 2017</translation>
        </message>
        <message>
            <source>Goodfellow et al. 2014, section 5; Theis, van den Oord &amp; Bethge 2016, section 3</source>
            <translation>Goodfellow 等 2014，第 5 节；Theis、van den Oord 与 Bethge 2016，第 3 节</translation>
        </message>
        <message>
            <source>Gradient by layer</source>
            <translation>各层的梯度</translation>
        </message>
        <message>
            <source>Gradient by x</source>
            <translation>对 x 的梯度</translation>
        </message>
        <message>
            <source>Gradient penalty</source>
            <translation>梯度惩罚</translation>
        </message>
        <message>
            <source>Gretton et al. 2012; Székely &amp; Rizzo 2013; Lopez-Paz &amp; Oquab 2017; Phipson &amp; Smyth 2010</source>
            <translation>Gretton 等 2012；Székely 与 Rizzo 2013；Lopez-Paz 与 Oquab 2017；Phipson 与 Smyth 2010</translation>
        </message>
        <message>
            <source>Gulrajani et al. 2017, section 3, figures 1a and 1b; Arjovsky et al. 2017</source>
            <translation>Gulrajani 等 2017，第 3 节，图 1a 与 1b；Arjovsky 等 2017</translation>
        </message>
        <message>
            <source>H and KL by quadrature; the likelihood from the points drawn</source>
            <translation>H 与 KL 用数值积分；似然由抽取的点计算</translation>
        </message>
        <message>
            <source>He</source>
            <translation>He</translation>
        </message>
        <message>
            <source>Here the humps are so near that it, too, covers several.</source>
            <translation>这里的峰相距很近，它也覆盖了不止一个。</translation>
        </message>
        <message>
            <source>How real D finds it</source>
            <translation>D 认为它有多真</translation>
        </message>
        <message>
            <source>H₀ (one distribution) is kept at 5 %.</source>
            <translation>在 5 % 水平上不拒绝 H₀（同一个分布）。</translation>
        </message>
        <message>
            <source>H₀ (one distribution) is rejected at 5 %.</source>
            <translation>在 5 % 水平上拒绝 H₀（同一个分布）。</translation>
        </message>
        <message>
            <source>H₀ at 5 %</source>
            <translation>H₀，5 %</translation>
        </message>
        <message>
            <source>IS: quadrature, error below 1e-4; FID and MMD² between mixtures: closed form; high quality (within 3 σ of a mode): closed form</source>
            <translation>IS：数值积分，误差小于 1e-4；混合分布之间的 FID 与 MMD²：闭式解；高质量（离某个模式 3 σ 以内）：闭式解</translation>
        </message>
        <message>
            <source>Implicit density</source>
            <translation>隐式密度</translation>
        </message>
        <message>
            <source>In the lab: {0}.</source>
            <translation>实验室里有：{0}。</translation>
        </message>
        <message>
            <source>In turn: D, then G</source>
            <translation>交替更新：先 D 后 G</translation>
        </message>
        <message>
            <source>In turn: y, then x</source>
            <translation>交替更新：先 y 后 x</translation>
        </message>
        <message>
            <source>Inception score ↑</source>
            <translation>Inception 分数 ↑</translation>
        </message>
        <message>
            <source>Inception score, Fréchet distance, MMD</source>
            <translation>Inception 分数、FID 与 MMD</translation>
        </message>
        <message>
            <source>Instance noise</source>
            <translation>实例噪声</translation>
        </message>
        <message>
            <source>Iteration</source>
            <translation>迭代次数</translation>
        </message>
        <message>
            <source>Its components lie {0} from a Cauchy and {1} from a Gaussian; already at n = 1 it was {2} and {3}.</source>
            <translation>其分量与柯西分布相距 {0}，与高斯分布相距 {1}；在 n = 1 时就已是 {2} 与 {3}。</translation>
        </message>
        <message>
            <source>Its fits are those of table 2 of the f-GAN paper</source>
            <translation>其拟合结果就是 f-GAN 论文表 2 中的</translation>
        </message>
        <message>
            <source>Its mean</source>
            <translation>它的均值</translation>
        </message>
        <message>
            <source>Its standard deviation</source>
            <translation>它的标准差</translation>
        </message>
        <message>
            <source>JS [nats]</source>
            <translation>JS [nats]</translation>
        </message>
        <message>
            <source>JS against Wasserstein</source>
            <translation>JS 与 Wasserstein 对比</translation>
        </message>
        <message>
            <source>JS divergence</source>
            <translation>JS 散度</translation>
        </message>
        <message>
            <source>JS falls the wrong way here (slope {0}), into a valley where only one mode meets another; W₁ has slope {1}.</source>
            <translation>JS 在此处朝错误的方向下降（斜率 {0}），落入只有一个模式与另一个重合的谷；W₁ 的斜率为 {1}。</translation>
        </message>
        <message>
            <source>JS hardly slopes here ({0}), though the two are far from equal; W₁ has slope {1}.</source>
            <translation>JS 在此处几乎没有斜率（{0}），尽管两者远未相同；W₁ 的斜率为 {1}。</translation>
        </message>
        <message>
            <source>JS has a kink here; W₁ has slope {0}.</source>
            <translation>JS 在此处有尖点；W₁ 的斜率为 {0}。</translation>
        </message>
        <message>
            <source>JS is flat here, at {0} % of ln 2: its slope {1} hardly says where to go. W₁ = {2} still has slope {3}.</source>
            <translation>JS 在此处平坦，为 ln 2 的 {0} %：斜率 {1} 几乎说不出该往哪走。W₁ = {2} 的斜率仍为 {3}。</translation>
        </message>
        <message>
            <source>JS of the averaged G</source>
            <translation>平均 G 的 JS</translation>
        </message>
        <message>
            <source>JS, KL [nats]</source>
            <translation>JS、KL [nats]</translation>
        </message>
        <message>
            <source>JSD = {0} nats, at most ln 2 = {1}</source>
            <translation>JSD = {0} nats，至多 ln 2 = {1}</translation>
        </message>
        <message>
            <source>Jeffrey</source>
            <translation>Jeffrey</translation>
        </message>
        <message>
            <source>Jensen-Shannon</source>
            <translation>Jensen-Shannon</translation>
        </message>
        <message>
            <source>Jensen-Shannon against Wasserstein</source>
            <translation>JS 散度与 Wasserstein 距离</translation>
        </message>
        <message>
            <source>Jensen–Shannon</source>
            <translation>Jensen–Shannon</translation>
        </message>
        <message>
            <source>KL</source>
            <translation>KL</translation>
        </message>
        <message>
            <source>KL against reverse KL in training</source>
            <translation>训练中的 KL 与反向 KL</translation>
        </message>
        <message>
            <source>KL(p‖q) [nats]</source>
            <translation>KL(p‖q) [nats]</translation>
        </message>
        <message>
            <source>KL(p‖q) must not miss anything and takes all of p: σ = {0}. KL(q‖p) must not put mass where p has none: σ = {1} at μ = {2}.</source>
            <translation>KL(p‖q) 什么也不能漏掉，要包住整个 p：σ = {0}。KL(q‖p) 不能把质量放在没有 p 的地方：σ = {1}，μ = {2}。</translation>
        </message>
        <message>
            <source>Kingma &amp; Welling 2013; Rezende et al. 2014</source>
            <translation>Kingma 与 Welling 2013；Rezende 等 2014</translation>
        </message>
        <message>
            <source>Kolmogorov-Smirnov</source>
            <translation>Kolmogorov-Smirnov</translation>
        </message>
        <message>
            <source>L: steepest slope between the outermost 0.1 % of both on either side</source>
            <translation>L：去掉两者两端各 0.1 % 之后，其间的最陡斜率</translation>
        </message>
        <message>
            <source>Laplace</source>
            <translation>拉普拉斯分布</translation>
        </message>
        <message>
            <source>Learning without a likelihood: two-sample tests</source>
            <translation>无似然学习：双样本检验</translation>
        </message>
        <message>
            <source>Least squares pushes back: a score above 1 is too real for it.</source>
            <translation>最小二乘往回推：大于 1 的评分对它来说太真了。</translation>
        </message>
        <message>
            <source>Level: how often a true H₀ is rejected</source>
            <translation>显著性水平：H₀ 为真却被拒绝的频率</translation>
        </message>
        <message>
            <source>Li et al. 2015; Dziugaite et al. 2015</source>
            <translation>Li 等 2015；Dziugaite 等 2015</translation>
        </message>
        <message>
            <source>Likelihood is not quality either</source>
            <translation>似然也不等于质量</translation>
        </message>
        <message>
            <source>Likelihood is not sample quality</source>
            <translation>似然高不等于样本好</translation>
        </message>
        <message>
            <source>MAD-GAN mixture</source>
            <translation>MAD-GAN 混合分布</translation>
        </message>
        <message>
            <source>MMD as a test</source>
            <translation>MMD 作为检验</translation>
        </message>
        <message>
            <source>MMD as the loss</source>
            <translation>MMD 作为损失</translation>
        </message>
        <message>
            <source>MMD²</source>
            <translation>MMD²</translation>
        </message>
        <message>
            <source>MMD² between data and samples is {0}: G wants it 0.</source>
            <translation>数据与样本之间的 MMD² 为 {0}：G 希望它为 0。</translation>
        </message>
        <message>
            <source>MMD² of {0} samples is {1}; G's weights move by {2} of their length, the samples by {3}.</source>
            <translation>{0} 个样本的 MMD² 为 {1}；G 的权重移动了自身长度的 {2}，样本移动 {3}。</translation>
        </message>
        <message>
            <source>MMD² ↓</source>
            <translation>MMD² ↓</translation>
        </message>
        <message>
            <source>Make p_g = p</source>
            <translation>令 p_g = p</translation>
        </message>
        <message>
            <source>Markov chain</source>
            <translation>马尔可夫链</translation>
        </message>
        <message>
            <source>Mass to the left of x</source>
            <translation>x 左边的质量</translation>
        </message>
        <message>
            <source>Maximum likelihood</source>
            <translation>极大似然</translation>
        </message>
        <message>
            <source>Maximum likelihood pulls the density up</source>
            <translation>极大似然把密度往上拉</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>均值</translation>
        </message>
        <message>
            <source>Mean ln q of points seen and unseen</source>
            <translation>见过与未见过的点的 ln q 均值</translation>
        </message>
        <message>
            <source>Mean log-likelihood</source>
            <translation>平均对数似然</translation>
        </message>
        <message>
            <source>Mean of the second distribution</source>
            <translation>第二个分布的均值</translation>
        </message>
        <message>
            <source>Memorised</source>
            <translation>背下来的</translation>
        </message>
        <message>
            <source>Memory: two dimensions; training exact, test an estimate, n = {0}.</source>
            <translation>记忆：二维；训练值精确，测试值为估计，n = {0}。</translation>
        </message>
        <message>
            <source>Mescheder et al. 2018, sections 2 to 4 (here D is high on data: their ψ is minus ours); Goodfellow 2016, section 7.2</source>
            <translation>Mescheder 等 2018，第 2 至 4 节（这里 D 在数据上取大值：文中的 ψ 与这里相差一个负号）；Goodfellow 2016，第 7.2 节</translation>
        </message>
        <message>
            <source>Mode collapse in four pictures</source>
            <translation>四幅图看模式崩塌</translation>
        </message>
        <message>
            <source>Model q</source>
            <translation>模型 q</translation>
        </message>
        <message>
            <source>Modes dropped in training</source>
            <translation>训练中丢失的模式</translation>
        </message>
        <message>
            <source>Moment
matching</source>
            <translation>矩匹配</translation>
        </message>
        <message>
            <source>Moment matching: GMMN on moons</source>
            <translation>矩匹配：双月上的 GMMN</translation>
        </message>
        <message>
            <source>Move θ: where the two no longer overlap JS is flat, while W₁ still says which way to go.</source>
            <translation>移动 θ：两者不再重叠时 JS 是平的，W₁ 仍指明该往哪走。</translation>
        </message>
        <message>
            <source>Moving earth</source>
            <translation>搬土</translation>
        </message>
        <message>
            <source>Network passes one after the other for one sample of {0} numbers</source>
            <translation>生成一个含 {0} 个数的样本，依次需要的前向计算次数</translation>
        </message>
        <message>
            <source>Neyman χ²</source>
            <translation>Neyman χ²</translation>
        </message>
        <message>
            <source>Noise as a cure</source>
            <translation>对策：噪声</translation>
        </message>
        <message>
            <source>Noise drowns the data step by step; a network learns the way back, by a bound of log p.</source>
            <translation>噪声一步步淹没数据；网络借助 log p 的下界，学习退回来的路。</translation>
        </message>
        <message>
            <source>Noise: quadrature, exact to 0.0001 nats.</source>
            <translation>噪声：数值积分，精确到 0.0001 nats。</translation>
        </message>
        <message>
            <source>Non-saturating</source>
            <translation>非饱和</translation>
        </message>
        <message>
            <source>Nonlinear ICA</source>
            <translation>非线性 ICA</translation>
        </message>
        <message>
            <source>Norm of G's gradient</source>
            <translation>G 的梯度范数</translation>
        </message>
        <message>
            <source>Not in the lab ({0}).</source>
            <translation>实验室里没有（{0}）。</translation>
        </message>
        <message>
            <source>Nothing is damped.</source>
            <translation>没有任何阻尼。</translation>
        </message>
        <message>
            <source>Nowozin, Cseke &amp; Tomioka 2016 (f-GAN), section 2.4, table 2</source>
            <translation>Nowozin、Cseke 与 Tomioka 2016（f-GAN），第 2.4 节，表 2</translation>
        </message>
        <message>
            <source>Of what everything on one point would cost, this costs IS {0}, FID {1}, MMD² {2}.</source>
            <translation>以全部落在一个点上为 100 %，这里 IS 失分 {0}，FID {1}，MMD² {2}。</translation>
        </message>
        <message>
            <source>On these paths a step at once multiplied the radius by {0}, one in turn by {1}</source>
            <translation>在这些路径上，同时更新每步使半径乘以 {0}，交替更新乘以 {1}</translation>
        </message>
        <message>
            <source>One Gaussian</source>
            <translation>单个高斯</translation>
        </message>
        <message>
            <source>One Gaussian cannot be two humps: which way the divergence runs decides.</source>
            <translation>一个高斯不可能是两个峰：散度的方向决定结果。</translation>
        </message>
        <message>
            <source>One Gaussian for p</source>
            <translation>用一个高斯拟合 p</translation>
        </message>
        <message>
            <source>One Gaussian with the data's mean and covariance: FID = 0, though only {0} % of the samples lie near a mode.</source>
            <translation>与数据均值和协方差相同的单个高斯：FID = 0，虽然只有 {0} % 的样本靠近某个模式。</translation>
        </message>
        <message>
            <source>One into two</source>
            <translation>一分为二</translation>
        </message>
        <message>
            <source>One pair of samples, six tests</source>
            <translation>一对样本，六种检验</translation>
        </message>
        <message>
            <source>One point fewer</source>
            <translation>减一个点</translation>
        </message>
        <message>
            <source>One point more</source>
            <translation>加一个点</translation>
        </message>
        <message>
            <source>Only moved</source>
            <translation>只平移</translation>
        </message>
        <message>
            <source>Only {0} of {1} modes are left, and FID = 0: mean and covariance are the data's.</source>
            <translation>{1} 个模式只剩 {0} 个，而 FID = 0：均值和协方差与数据相同。</translation>
        </message>
        <message>
            <source>Other samples from the same two distributions</source>
            <translation>同样两个分布的另一对样本</translation>
        </message>
        <message>
            <source>Paired at random</source>
            <translation>随机配对</translation>
        </message>
        <message>
            <source>Paired from left to right</source>
            <translation>从左到右配对</translation>
        </message>
        <message>
            <source>Parallel segments in training</source>
            <translation>训练中的平行线段</translation>
        </message>
        <message>
            <source>Parzen</source>
            <translation>Parzen</translation>
        </message>
        <message>
            <source>Parzen windows</source>
            <translation>Parzen 窗</translation>
        </message>
        <message>
            <source>Parzen, n = {0}, d = {1}</source>
            <translation>Parzen，n = {0}，d = {1}</translation>
        </message>
        <message>
            <source>Pearson χ²</source>
            <translation>Pearson χ²</translation>
        </message>
        <message>
            <source>Perfect</source>
            <translation>完美</translation>
        </message>
        <message>
            <source>PixelRNN,
transformers</source>
            <translation>PixelRNN、
Transformer</translation>
        </message>
        <message>
            <source>Points a sample</source>
            <translation>每组点数</translation>
        </message>
        <message>
            <source>Points pull the density up</source>
            <translation>点把密度往上拉</translation>
        </message>
        <message>
            <source>Power: how often H₀ is rejected</source>
            <translation>功效：拒绝 H₀ 的频率</translation>
        </message>
        <message>
            <source>R1</source>
            <translation>R1</translation>
        </message>
        <message>
            <source>R2</source>
            <translation>R2</translation>
        </message>
        <message>
            <source>RMSProp</source>
            <translation>RMSProp</translation>
        </message>
        <message>
            <source>ReLU</source>
            <translation>ReLU</translation>
        </message>
        <message>
            <source>SGD</source>
            <translation>SGD</translation>
        </message>
        <message>
            <source>Salimans et al. 2016; Heusel et al. 2017; Gretton et al. 2012; Barratt &amp; Sharma 2018</source>
            <translation>Salimans 等 2016；Heusel 等 2017；Gretton 等 2012；Barratt 与 Sharma 2018</translation>
        </message>
        <message>
            <source>Samples; ellipses: all that FID sees</source>
            <translation>样本；椭圆：FID 所见的全部</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>分数</translation>
        </message>
        <message>
            <source>Scores made for samples</source>
            <translation>为样本设计的分数</translation>
        </message>
        <message>
            <source>Scores of generators</source>
            <translation>生成器的分数</translation>
        </message>
        <message>
            <source>Shapes of the losses</source>
            <translation>损失函数的形状</translation>
        </message>
        <message>
            <source>Shrink modes, drop modes, add noise: which score notices what?</source>
            <translation>缩小模式、丢掉模式、加入噪声：哪个分数能察觉什么？</translation>
        </message>
        <message>
            <source>Shrink, blur</source>
            <translation>缩小、模糊</translation>
        </message>
        <message>
            <source>Shrunken modes</source>
            <translation>收缩的模式</translation>
        </message>
        <message>
            <source>Slope by D</source>
            <translation>对 D 的斜率</translation>
        </message>
        <message>
            <source>Slope by s</source>
            <translation>对 s 的斜率</translation>
        </message>
        <message>
            <source>Slopes</source>
            <translation>斜率</translation>
        </message>
        <message>
            <source>Sohl-Dickstein et al. 2015; Ho et al. 2020</source>
            <translation>Sohl-Dickstein 等 2015；Ho 等 2020</translation>
        </message>
        <message>
            <source>Spread</source>
            <translation>宽度</translation>
        </message>
        <message>
            <source>Standard deviation of the second distribution</source>
            <translation>第二个分布的标准差</translation>
        </message>
        <message>
            <source>Started at the equilibrium both players stay there: drag the start away.</source>
            <translation>从平衡点出发，双方就停在那里：请把起点拖开。</translation>
        </message>
        <message>
            <source>Statistic T</source>
            <translation>统计量 T</translation>
        </message>
        <message>
            <source>Step back and forth through the training</source>
            <translation>在训练过程中前后移动</translation>
        </message>
        <message>
            <source>Step t</source>
            <translation>第 t 步</translation>
        </message>
        <message>
            <source>Step {0}, live. Forward (.) takes the next step apart.</source>
            <translation>第 {0} 步，实时画面。前进 (.) 把下一步拆开来看。</translation>
        </message>
        <message>
            <source>Step {0}: D learns {1} × and G {2} ×. D says {3} of the data and {4} of G's samples on average; D's loss is {5}, G's {6}.</source>
            <translation>第 {0} 步：D 学习 {1} 次，G 学习 {2} 次。D 对数据的判断平均为 {3}，对 G 的样本为 {4}；D 的损失为 {5}，G 的为 {6}。</translation>
        </message>
        <message>
            <source>Step {0}: {1}</source>
            <translation>第 {0} 步：{1}</translation>
        </message>
        <message>
            <source>Steps of the fresh D that the other pictures show</source>
            <translation>其他图所示的新的 D 的训练步数</translation>
        </message>
        <message>
            <source>Swap p and q</source>
            <translation>交换 p 与 q</translation>
        </message>
        <message>
            <source>Swiss roll</source>
            <translation>瑞士卷</translation>
        </message>
        <message>
            <source>T = 2∫(F − G)² dx over the gap</source>
            <translation>T = 2∫(F − G)² dx，即其间的差距</translation>
        </message>
        <message>
            <source>T under H₀</source>
            <translation>H₀ 下的 T</translation>
        </message>
        <message>
            <source>The best D earns {0} nats; after {1} steps the network earns {2}, {3} less.</source>
            <translation>最优的 D 得到 {0} nats；{1} 步后网络得到 {2}，少 {3}。</translation>
        </message>
        <message>
            <source>The best pairs cost {0} on average and none of their lines cross; the other pairing costs {1}, and {2} pairs of its lines cross.</source>
            <translation>最优配对的平均代价为 {0}，连线互不相交；另一种配对的代价为 {1}，有 {2} 对连线相交。</translation>
        </message>
        <message>
            <source>The better D gets, the less log(1 − D) tells G, and the wilder −log D becomes.</source>
            <translation>D 越好，log(1 − D) 告诉 G 的越少，−log D 则越剧烈。</translation>
        </message>
        <message>
            <source>The chain rule writes p as a product of conditionals; a network learns each of them.</source>
            <translation>链式法则把 p 写成条件概率的乘积；网络学习其中每一个。</translation>
        </message>
        <message>
            <source>The cheapest pairs</source>
            <translation>最省的配对</translation>
        </message>
        <message>
            <source>The cheapest way to push one heap onto the other, and the potential that proves it.</source>
            <translation>把一堆土搬成另一堆的最省办法，以及证明它最省的势函数。</translation>
        </message>
        <message>
            <source>The circle is damped: near the equilibrium the flow spirals in.</source>
            <translation>圆周运动受到阻尼：在平衡点附近，流螺旋趋近。</translation>
        </message>
        <message>
            <source>The copyist gives training points {0} nats and unseen ones {1}: the finer its copies, the farther apart.</source>
            <translation>抄写员给训练点 {0} nats，给未见过的点 {1}：复制得越精细，两者相差越远。</translation>
        </message>
        <message>
            <source>The critic slopes the wrong way so far: away from the data.</source>
            <translation>评论器至今仍朝错误的方向倾斜：背离数据。</translation>
        </message>
        <message>
            <source>The dance around the equilibrium</source>
            <translation>围绕平衡点的舞蹈</translation>
        </message>
        <message>
            <source>The estimate that the first GAN papers compared models by, and how far off it is.</source>
            <translation>最早的 GAN 论文用来比较模型的估计，以及它差了多少。</translation>
        </message>
        <message>
            <source>The experiment of 2014 on a line</source>
            <translation>在直线上重做 2014 年的实验</translation>
        </message>
        <message>
            <source>The family tree</source>
            <translation>家族树</translation>
        </message>
        <message>
            <source>The flow circles for ever; simultaneous steps spiral outwards.</source>
            <translation>流永远绕圈；同时更新则向外螺旋。</translation>
        </message>
        <message>
            <source>The flow circles, and every step along the tangent ends outside the circle.</source>
            <translation>流绕圈，而沿切线走的每一步都落到圆外。</translation>
        </message>
        <message>
            <source>The flow circles, but for what would pass |ψ| = c: that is cut off.</source>
            <translation>流绕圈，但会越过 |ψ| = c 的部分被截断。</translation>
        </message>
        <message>
            <source>The flow does converge, but ever more slowly: its radius falls like √(8/t).</source>
            <translation>流确实收敛，但越来越慢：半径按 √(8/t) 减小。</translation>
        </message>
        <message>
            <source>The flow: eigenvalues of J</source>
            <translation>流：J 的特征值</translation>
        </message>
        <message>
            <source>The game at this x alone</source>
            <translation>这个 x 处的一局</translation>
        </message>
        <message>
            <source>The generator is the data</source>
            <translation>生成器就是数据</translation>
        </message>
        <message>
            <source>The gradient of log p is estimated with samples from a chain.</source>
            <translation>用链上的样本估计 log p 的梯度。</translation>
        </message>
        <message>
            <source>The gradient of log(1 − D) has fallen to 1/{0} of that at n = {1};</source>
            <translation>log(1 − D) 的梯度已降到 n = {1} 时的 1/{0}；</translation>
        </message>
        <message>
            <source>The heaps</source>
            <translation>土堆</translation>
        </message>
        <message>
            <source>The kernel decides what MMD sees</source>
            <translation>核决定 MMD 看到什么</translation>
        </message>
        <message>
            <source>The kernel's statistic: two-sample tests</source>
            <translation>核的统计量：双样本检验</translation>
        </message>
        <message>
            <source>The lowest points of the two lie a little apart: JS has slope {0}, W₁ has slope {1}.</source>
            <translation>两者的最低点略有不同：JS 的斜率为 {0}，W₁ 的斜率为 {1}。</translation>
        </message>
        <message>
            <source>The map T</source>
            <translation>映射 T</translation>
        </message>
        <message>
            <source>The model only makes samples.</source>
            <translation>模型只给出样本。</translation>
        </message>
        <message>
            <source>The optimal discriminator</source>
            <translation>最优判别器</translation>
        </message>
        <message>
            <source>The penalty draws ψ to ±1 and not to 0: the players never come to rest.</source>
            <translation>惩罚把 ψ 拉向 ±1 而不是 0：双方永远停不下来。</translation>
        </message>
        <message>
            <source>The penalty in training</source>
            <translation>训练中的惩罚</translation>
        </message>
        <message>
            <source>The point at {0} pulls most: the density there is {1}. What goes up there must come down elsewhere, because the whole stays 1.</source>
            <translation>{0} 处的点拉力最大：那里的密度为 {1}。那里升高多少，别处就要降低多少，因为总量始终为 1。</translation>
        </message>
        <message>
            <source>The point x</source>
            <translation>点 x</translation>
        </message>
        <message>
            <source>The potential f, slope ≤ 1</source>
            <translation>势函数 f，斜率 ≤ 1</translation>
        </message>
        <message>
            <source>The root: maximum likelihood</source>
            <translation>根：极大似然</translation>
        </message>
        <message>
            <source>The run is being trained; its pictures appear as they come.</source>
            <translation>正在训练；图像算出后陆续出现。</translation>
        </message>
        <message>
            <source>The same from other first weights and minibatches</source>
            <translation>换用其他初始权重和小批量，再来一次</translation>
        </message>
        <message>
            <source>The same in training</source>
            <translation>训练中的同一现象</translation>
        </message>
        <message>
            <source>The same moments and no mode at all: ask FID</source>
            <translation>相同的矩，却没有任何模式：看 FID</translation>
        </message>
        <message>
            <source>The same over the logit</source>
            <translation>同样，横轴为 logit</translation>
        </message>
        <message>
            <source>The same run in the lab</source>
            <translation>实验室里的同一次运行</translation>
        </message>
        <message>
            <source>The step: eigenvalues</source>
            <translation>一步更新：特征值</translation>
        </message>
        <message>
            <source>The two are equal: every distance is 0.</source>
            <translation>两者相同：所有距离都为 0。</translation>
        </message>
        <message>
            <source>The two are equal: no best D and no best critic passes anything on, and what networks still say is the noise of their minibatches.</source>
            <translation>两者相同：最优的 D 和评论器什么也不传回，网络还在说的只是小批量的噪声。</translation>
        </message>
        <message>
            <source>The two, and {0} points of each</source>
            <translation>两个分布，各 {0} 个点</translation>
        </message>
        <message>
            <source>The vanishing gradient</source>
            <translation>梯度消失</translation>
        </message>
        <message>
            <source>The way back costs the same</source>
            <translation>往回搬的代价相同</translation>
        </message>
        <message>
            <source>The whole game in one dimension</source>
            <translation>一维中的整个博弈</translation>
        </message>
        <message>
            <source>The windows are put on samples of the data's own distribution: no model is better, and still, on average, the estimate falls short.</source>
            <translation>窗放在数据自身分布的样本上：没有更好的模型，而估计平均仍然偏低。</translation>
        </message>
        <message>
            <source>Theis, van den Oord &amp; Bethge 2016, section 3</source>
            <translation>Theis、van den Oord 与 Bethge 2016，第 3 节</translation>
        </message>
        <message>
            <source>Tractable density</source>
            <translation>易处理的密度</translation>
        </message>
        <message>
            <source>Train another</source>
            <translation>再训练一个</translation>
        </message>
        <message>
            <source>Training points only: ask any of them</source>
            <translation>只有训练点：看任何一个</translation>
        </message>
        <message>
            <source>Training went downhill into a minimum that is only local.</source>
            <translation>训练走下坡路，落入一个只是局部的极小。</translation>
        </message>
        <message>
            <source>Two densities, and who can tell them apart</source>
            <translation>两个密度，以及谁能区分它们</translation>
        </message>
        <message>
            <source>Two samples, n = {0} each</source>
            <translation>两组样本，各 n = {0}</translation>
        </message>
        <message>
            <source>Two-sample tests</source>
            <translation>双样本检验</translation>
        </message>
        <message>
            <source>Up to n = {0} the gradient of log(1 − D) has not fallen;</source>
            <translation>到 n = {0} 为止，log(1 − D) 的梯度没有下降；</translation>
        </message>
        <message>
            <source>V [nats]</source>
            <translation>V [nats]</translation>
        </message>
        <message>
            <source>Variance of a minibatch's gradient</source>
            <translation>小批量梯度的方差</translation>
        </message>
        <message>
            <source>Variational</source>
            <translation>变分</translation>
        </message>
        <message>
            <source>Variational
auto-encoder</source>
            <translation>变分
自编码器</translation>
        </message>
        <message>
            <source>Villani 2003, chapters 1 and 2; Arjovsky, Chintala &amp; Bottou 2017, equation 2</source>
            <translation>Villani 2003，第 1、2 章；Arjovsky、Chintala 与 Bottou 2017，式 (2)</translation>
        </message>
        <message>
            <source>WGAN</source>
            <translation>WGAN</translation>
        </message>
        <message>
            <source>Wasserstein</source>
            <translation>Wasserstein</translation>
        </message>
        <message>
            <source>Weight clipping</source>
            <translation>权重裁剪</translation>
        </message>
        <message>
            <source>Weight clipping or penalty</source>
            <translation>权重裁剪还是梯度惩罚</translation>
        </message>
        <message>
            <source>Weight limit of the critic shown</source>
            <translation>所显示的评论器的权重上限</translation>
        </message>
        <message>
            <source>Weights under the penalty</source>
            <translation>用惩罚时的权重</translation>
        </message>
        <message>
            <source>Weights, clipped</source>
            <translation>裁剪后的权重</translation>
        </message>
        <message>
            <source>What D and the critic say</source>
            <translation>D 与评论器的判断</translation>
        </message>
        <message>
            <source>What D puts out</source>
            <translation>D 的输出</translation>
        </message>
        <message>
            <source>What D* earns above −ln 4: two areas</source>
            <translation>D* 在 −ln 4 之上的所得：两块面积</translation>
        </message>
        <message>
            <source>What JS does where the two lie apart</source>
            <translation>两者分开时 JS 会怎样</translation>
        </message>
        <message>
            <source>What c does</source>
            <translation>c 的作用</translation>
        </message>
        <message>
            <source>What reaches G: |d/dx|, f divided by L</source>
            <translation>传到 G 的：|d/dx|，f 已除以 L</translation>
        </message>
        <message>
            <source>What the network earns</source>
            <translation>网络的所得</translation>
        </message>
        <message>
            <source>What the next step moves</source>
            <translation>下一步改变什么</translation>
        </message>
        <message>
            <source>What the noise costs</source>
            <translation>噪声的代价</translation>
        </message>
        <message>
            <source>Where D is undecided log(1 − D) and −log D pull alike: by {0} and {1}.</source>
            <translation>在 D 无法判断处，log(1 − D) 与 −log D 的拉力相同：{0} 与 {1}。</translation>
        </message>
        <message>
            <source>Where both paths start</source>
            <translation>两条路径的起点</translation>
        </message>
        <message>
            <source>Where the table reads</source>
            <translation>表格读取的位置</translation>
        </message>
        <message>
            <source>Where the two modes are</source>
            <translation>两个模式的位置</translation>
        </message>
        <message>
            <source>Where training starts</source>
            <translation>训练的起点</translation>
        </message>
        <message>
            <source>Which mode holds G's samples</source>
            <translation>G 的样本在哪个模式</translation>
        </message>
        <message>
            <source>Which way KL runs</source>
            <translation>KL 的方向</translation>
        </message>
        <message>
            <source>Who scores best?</source>
            <translation>谁得分最高？</translation>
        </message>
        <message>
            <source>Width of the copies</source>
            <translation>复制品的宽度</translation>
        </message>
        <message>
            <source>Windows: closed form and quadrature.</source>
            <translation>窗：闭式解与数值积分。</translation>
        </message>
        <message>
            <source>With more and more points the likelihood tends to −H(p, q) = −(KL(p‖q) + H(p)) = −({0} + {1}) = {2}: most likely is least KL. On these {3} points it is {4}.</source>
            <translation>点越来越多时，似然趋于 −H(p, q) = −(KL(p‖q) + H(p)) = −({0} + {1}) = {2}：似然最大即 KL 最小。在这 {3} 个点上为 {4}。</translation>
        </message>
        <message>
            <source>With {0} noise the log-likelihood falls from {1} to {2} nats, by {3} a dimension.</source>
            <translation>有 {0} 噪声时，对数似然由 {1} 降到 {2} nats，平均每维 {3}。</translation>
        </message>
        <message>
            <source>Without noise the model is the data, and loses nothing.</source>
            <translation>没有噪声时，模型就是数据，毫无损失。</translation>
        </message>
        <message>
            <source>W₁</source>
            <translation>W₁</translation>
        </message>
        <message>
            <source>W₁ = {0}</source>
            <translation>W₁ = {0}</translation>
        </message>
        <message>
            <source>W₁ [units of x]</source>
            <translation>W₁ [x 的单位]</translation>
        </message>
        <message>
            <source>W₁ between the samples estimates that between their distributions, from above on average</source>
            <translation>样本之间的 W₁ 是分布之间的 W₁ 的估计，平均偏高</translation>
        </message>
        <message>
            <source>W₁ of the averaged G</source>
            <translation>平均 G 的 W₁</translation>
        </message>
        <message>
            <source>W₁ read in three ways</source>
            <translation>W₁ 的三种读法</translation>
        </message>
        <message>
            <source>W₂, the root of E (T(x) − x)²</source>
            <translation>W₂，即 E (T(x) − x)² 的平方根</translation>
        </message>
        <message>
            <source>Xavier</source>
            <translation>Xavier</translation>
        </message>
        <message>
            <source>a file…</source>
            <translation>文件…</translation>
        </message>
        <message>
            <source>a ln y, a = {0}</source>
            <translation>a ln y，a = {0}</translation>
        </message>
        <message>
            <source>a real run of the preset ring-collapse, looked at every {0} steps; shares and means from {1} samples; D's colours end at {2} and {3}</source>
            <translation>预设 ring-collapse 的一次真实运行，每 {0} 步看一次；比例与均值取自 {1} 个样本；D 的颜色两端为 {2} 和 {3}</translation>
        </message>
        <message>
            <source>above</source>
            <translation>高于</translation>
        </message>
        <message>
            <source>all of p: {0}</source>
            <translation>整个 p：{0}</translation>
        </message>
        <message>
            <source>all runs have</source>
            <translation>全部发散</translation>
        </message>
        <message>
            <source>alternating</source>
            <translation>交替</translation>
        </message>
        <message>
            <source>any run has</source>
            <translation>任一发散</translation>
        </message>
        <message>
            <source>approximate</source>
            <translation>近似</translation>
        </message>
        <message>
            <source>area between the two curves above</source>
            <translation>上图两条曲线之间的面积</translation>
        </message>
        <message>
            <source>area between {0}</source>
            <translation>其间面积 {0}</translation>
        </message>
        <message>
            <source>arrows to scale where short, the longest shortened</source>
            <translation>短箭头按比例，最长的已缩短</translation>
        </message>
        <message>
            <source>as many steps until the chain has mixed: no bound is known; drawn for T</source>
            <translation>一步步计算，直到链混合为止：没有已知的上界；图中按 T 画</translation>
        </message>
        <message>
            <source>as many sweeps until the chain has mixed: no bound is known; drawn for T</source>
            <translation>一轮轮扫描，直到链混合为止：没有已知的上界；图中按 T 画</translation>
        </message>
        <message>
            <source>at most (p + p_g) ln 2, area ln 4</source>
            <translation>至多 (p + p_g) ln 2，面积 ln 4</translation>
        </message>
        <message>
            <source>at most 5 % beyond {0}</source>
            <translation>至多 5 % 超过 {0}</translation>
        </message>
        <message>
            <source>at random</source>
            <translation>随机</translation>
        </message>
        <message>
            <source>at x = {0}</source>
            <translation>x = {0} 处</translation>
        </message>
        <message>
            <source>auto</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>b ln(1 − y), b = {0}</source>
            <translation>b ln(1 − y)，b = {0}</translation>
        </message>
        <message>
            <source>back through {0}, samples are pulled by {1} (median) and G's weights, {2} in all, by {3}.</source>
            <translation>经 {0} 传回：样本受到的拉力为 {1}（中位数），G 的权重共 {2} 个，受到的为 {3}。</translation>
        </message>
        <message>
            <source>backward</source>
            <translation>反向</translation>
        </message>
        <message>
            <source>batch</source>
            <translation>批</translation>
        </message>
        <message>
            <source>below</source>
            <translation>低于</translation>
        </message>
        <message>
            <source>boltzmann-chain</source>
            <translation>玻尔兹曼链</translation>
        </message>
        <message>
            <source>bounds broken by at most</source>
            <translation>约束最多违反</translation>
        </message>
        <message>
            <source>by penalty {0}</source>
            <translation>用惩罚 {0}</translation>
        </message>
        <message>
            <source>carried so far: t W₁</source>
            <translation>已搬：t W₁</translation>
        </message>
        <message>
            <source>carried so far: t W₁ = {0}</source>
            <translation>已搬：t W₁ = {0}</translation>
        </message>
        <message>
            <source>chain</source>
            <translation>链</translation>
        </message>
        <message>
            <source>change of q</source>
            <translation>q 的变化</translation>
        </message>
        <message>
            <source>cheapest</source>
            <translation>最省</translation>
        </message>
        <message>
            <source>checkerboard</source>
            <translation>棋盘</translation>
        </message>
        <message>
            <source>classifier, held-out accuracy</source>
            <translation>分类器，留出样本的准确率</translation>
        </message>
        <message>
            <source>clipped, by c</source>
            <translation>裁剪，随 c</translation>
        </message>
        <message>
            <source>clipped, c = {0}</source>
            <translation>裁剪，c = {0}</translation>
        </message>
        <message>
            <source>clipped: step {0}</source>
            <translation>裁剪：第 {0} 步</translation>
        </message>
        <message>
            <source>closed form; log losses in nats</source>
            <translation>闭式解；对数损失以 nats 计</translation>
        </message>
        <message>
            <source>components</source>
            <translation>分量</translation>
        </message>
        <message>
            <source>computing…</source>
            <translation>计算中…</translation>
        </message>
        <message>
            <source>computing… G at step {0} of {1}</source>
            <translation>计算中… G 第 {0} 步，共 {1} 步</translation>
        </message>
        <message>
            <source>constant</source>
            <translation>不变</translation>
        </message>
        <message>
            <source>contours every {0}</source>
            <translation>等高线间隔 {0}</translation>
        </message>
        <message>
            <source>cosine</source>
            <translation>余弦</translation>
        </message>
        <message>
            <source>critic D</source>
            <translation>评论器 D</translation>
        </message>
        <message>
            <source>critic f / L, L = {0}</source>
            <translation>评论器 f / L，L = {0}</translation>
        </message>
        <message>
            <source>crossings</source>
            <translation>相交数</translation>
        </message>
        <message>
            <source>d = {0}, n = {1}: {2} nats</source>
            <translation>d = {0}，n = {1}：{2} nats</translation>
        </message>
        <message>
            <source>data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>data are drawn, and samples: new ones and old ones of G's, n = {0} each.</source>
            <translation>抽取数据和样本，样本中既有新的，也有 G 的旧样本，各 n = {0}。</translation>
        </message>
        <message>
            <source>data x</source>
            <translation>数据 x</translation>
        </message>
        <message>
            <source>data {0}</source>
            <translation>数据 {0}</translation>
        </message>
        <message>
            <source>data − samples</source>
            <translation>数据 − 样本</translation>
        </message>
        <message>
            <source>data: 1/{0}</source>
            <translation>数据：1/{0}</translation>
        </message>
        <message>
            <source>deciles of p_g</source>
            <translation>p_g 的十分位点</translation>
        </message>
        <message>
            <source>default</source>
            <translation>默认</translation>
        </message>
        <message>
            <source>densities are to scale with one another</source>
            <translation>各密度按同一比例画出</translation>
        </message>
        <message>
            <source>density</source>
            <translation>密度</translation>
        </message>
        <message>
            <source>difference of means</source>
            <translation>均值之差</translation>
        </message>
        <message>
            <source>difference of stds</source>
            <translation>标准差之差</translation>
        </message>
        <message>
            <source>dimension</source>
            <translation>维数</translation>
        </message>
        <message>
            <source>dimensions d</source>
            <translation>维数 d</translation>
        </message>
        <message>
            <source>direct</source>
            <translation>直接</translation>
        </message>
        <message>
            <source>distance</source>
            <translation>距离</translation>
        </message>
        <message>
            <source>distance found</source>
            <translation>找到的距离</translation>
        </message>
        <message>
            <source>distance from the median, in half distances of the quartiles</source>
            <translation>到中位数的距离，以四分位距之半为单位</translation>
        </message>
        <message>
            <source>divergence</source>
            <translation>散度</translation>
        </message>
        <message>
            <source>down {0}</source>
            <translation>降 {0}</translation>
        </message>
        <message>
            <source>drawn by hand…</source>
            <translation>手绘…</translation>
        </message>
        <message>
            <source>endless samples</source>
            <translation>样本无穷多</translation>
        </message>
        <message>
            <source>energy (EBGAN)</source>
            <translation>能量 (EBGAN)</translation>
        </message>
        <message>
            <source>energy E</source>
            <translation>能量 E</translation>
        </message>
        <message>
            <source>energy distance</source>
            <translation>能量距离</translation>
        </message>
        <message>
            <source>estimate, n = {0} each: JS and KL by counting in {1} cells, W₁ by sorting; JS's slope over one cell either way; alone: in a cell without q's points</source>
            <translation>估计，各 n = {0}：JS 与 KL 在 {1} 个格子中计数，W₁ 由排序得到；JS 的斜率取左右各一格；独占：所在的格中没有 q 的点</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>精确值</translation>
        </message>
        <message>
            <source>exact for these {0} points of each: optimal assignment, potentials by shortest paths</source>
            <translation>对画出的各 {0} 个点是精确的：最优分配，势函数由最短路求得</translation>
        </message>
        <message>
            <source>exact: closed form, JS by quadrature; JS with the ½, in nats</source>
            <translation>精确值：闭式解，JS 用数值积分；JS 含 ½，单位为 nats</translation>
        </message>
        <message>
            <source>exact: closed form; JS with the ½, in nats</source>
            <translation>精确值：闭式解；JS 含 ½，单位为 nats</translation>
        </message>
        <message>
            <source>exact: quadrature over x; JS with the ½, in nats</source>
            <translation>精确值：对 x 的数值积分；JS 含 ½，单位为 nats</translation>
        </message>
        <message>
            <source>explicit</source>
            <translation>显式</translation>
        </message>
        <message>
            <source>exponential</source>
            <translation>指数</translation>
        </message>
        <message>
            <source>f / L [units of x]</source>
            <translation>f / L [x 的单位]</translation>
        </message>
        <message>
            <source>f trained</source>
            <translation>训练的 f</translation>
        </message>
        <message>
            <source>f* (best)</source>
            <translation>f*（最优）</translation>
        </message>
        <message>
            <source>f, slope ≤ 1: E_p f − E_q f = {0}</source>
            <translation>f，斜率 ≤ 1：E_p f − E_q f = {0}</translation>
        </message>
        <message>
            <source>f-GAN</source>
            <translation>f-GAN</translation>
        </message>
        <message>
            <source>f-GAN training</source>
            <translation>f-GAN 训练</translation>
        </message>
        <message>
            <source>field and paths: analytic slopes of the losses; multipliers: central differences of one step, right to 10⁻⁹</source>
            <translation>场与路径：损失的解析斜率；乘子：一步的中心差分，精确到 10⁻⁹</translation>
        </message>
        <message>
            <source>first 2 of {0} coordinates</source>
            <translation>{0} 个坐标中的前 2 个</translation>
        </message>
        <message>
            <source>fits: global minimum by quadrature, in nats; JS without its ½'s</source>
            <translation>拟合：数值积分求全局最小，以 nats 计；JS 不带 ½</translation>
        </message>
        <message>
            <source>forward</source>
            <translation>前向</translation>
        </message>
        <message>
            <source>from left to right</source>
            <translation>从左到右</translation>
        </message>
        <message>
            <source>gap KL(p‖q) = {0}</source>
            <translation>间隙 KL(p‖q) = {0}</translation>
        </message>
        <message>
            <source>gap between the two</source>
            <translation>两者之差</translation>
        </message>
        <message>
            <source>generated</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>global minimum</source>
            <translation>全局最小</translation>
        </message>
        <message>
            <source>gradient (WGAN-GP)</source>
            <translation>梯度 (WGAN-GP)</translation>
        </message>
        <message>
            <source>gradient ascent, exact derivatives</source>
            <translation>梯度上升，精确导数</translation>
        </message>
        <message>
            <source>gradient of G, ‖∇‖</source>
            <translation>G 的梯度 ‖∇‖</translation>
        </message>
        <message>
            <source>green: the lab has it</source>
            <translation>绿色：实验室里有</translation>
        </message>
        <message>
            <source>grid</source>
            <translation>网格</translation>
        </message>
        <message>
            <source>here</source>
            <translation>此处</translation>
        </message>
        <message>
            <source>high quality</source>
            <translation>高质量</translation>
        </message>
        <message>
            <source>high-quality share</source>
            <translation>高质量样本比例</translation>
        </message>
        <message>
            <source>hinge</source>
            <translation>合页</translation>
        </message>
        <message>
            <source>hinge, Wasserstein</source>
            <translation>合页、Wasserstein</translation>
        </message>
        <message>
            <source>hollow: {0} only local</source>
            <translation>空心：{0} 个仅为局部</translation>
        </message>
        <message>
            <source>implicit</source>
            <translation>隐式</translation>
        </message>
        <message>
            <source>instance</source>
            <translation>实例</translation>
        </message>
        <message>
            <source>instance noise enters by its mean (trapezoidal rule)</source>
            <translation>实例噪声按其均值计入（梯形法则）</translation>
        </message>
        <message>
            <source>iteration</source>
            <translation>迭代</translation>
        </message>
        <message>
            <source>keeps</source>
            <translation>不拒绝</translation>
        </message>
        <message>
            <source>kernel width h</source>
            <translation>带宽 h</translation>
        </message>
        <message>
            <source>kernel witness</source>
            <translation>核的见证函数</translation>
        </message>
        <message>
            <source>kernel: Gaussian, its width the median distance of the pooled sample; classifier: logistic regression on polynomials to degree 4</source>
            <translation>核：高斯，宽度为合并样本的距离中位数；分类器：四次以内多项式上的逻辑回归</translation>
        </message>
        <message>
            <source>labels shuffled</source>
            <translation>打乱标签</translation>
        </message>
        <message>
            <source>largest gap {0} at x = {1}</source>
            <translation>x = {1} 处差距最大，为 {0}</translation>
        </message>
        <message>
            <source>layer</source>
            <translation>层</translation>
        </message>
        <message>
            <source>layer a: x, then hidden layers</source>
            <translation>层 a：x，然后是各隐藏层</translation>
        </message>
        <message>
            <source>leaky ReLU</source>
            <translation>leaky ReLU</translation>
        </message>
        <message>
            <source>least squares</source>
            <translation>最小二乘</translation>
        </message>
        <message>
            <source>least squares (LSGAN)</source>
            <translation>最小二乘 (LSGAN)</translation>
        </message>
        <message>
            <source>least work, E |T(x) − x|</source>
            <translation>最小的功，E |T(x) − x|</translation>
        </message>
        <message>
            <source>less real</source>
            <translation>不那么真了</translation>
        </message>
        <message>
            <source>level sets: every half standard deviation of f; distance found: estimate, 500 samples a side, steepest slope of 2 600 points; W₁: that of these samples, which is more than that of the distributions</source>
            <translation>等值线：间隔为 f 的半个标准差；找到的距离：估计，每边 500 个样本，最陡斜率取自 2 600 个点；W₁：这些样本之间的值，比分布之间的大</translation>
        </message>
        <message>
            <source>likeliest Cauchy</source>
            <translation>似然最大的柯西</translation>
        </message>
        <message>
            <source>linear</source>
            <translation>线性</translation>
        </message>
        <message>
            <source>local</source>
            <translation>局部</translation>
        </message>
        <message>
            <source>log scale; dotted: no bound is known</source>
            <translation>对数坐标；点线：没有已知的上界</translation>
        </message>
        <message>
            <source>log(1 − D)</source>
            <translation>log(1 − D)</translation>
        </message>
        <message>
            <source>loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <source>lost</source>
            <translation>失分</translation>
        </message>
        <message>
            <source>lost: 0 % at the data, 100 % with everything on the centre of one mode; of IS its logarithm's share</source>
            <translation>失分：数据本身为 0 %，全部落在一个模式的中心为 100 %；IS 按其对数的比例</translation>
        </message>
        <message>
            <source>maxout</source>
            <translation>maxout</translation>
        </message>
        <message>
            <source>mean D(G(z)) = {0}</source>
            <translation>D(G(z)) 均值 = {0}</translation>
        </message>
        <message>
            <source>mean cost</source>
            <translation>平均代价</translation>
        </message>
        <message>
            <source>mean f on p</source>
            <translation>f 在 p 上的均值</translation>
        </message>
        <message>
            <source>mean f on p − mean f on q</source>
            <translation>f 在 p 上的均值 − f 在 q 上的均值</translation>
        </message>
        <message>
            <source>mean f on q</source>
            <translation>f 在 q 上的均值</translation>
        </message>
        <message>
            <source>mean length {0}</source>
            <translation>平均长度 {0}</translation>
        </message>
        <message>
            <source>mean ln p̂ [nats]</source>
            <translation>ln p̂ 均值 [nats]</translation>
        </message>
        <message>
            <source>mean over p_g</source>
            <translation>p_g 上的均值</translation>
        </message>
        <message>
            <source>mean ‖∂f/∂a‖</source>
            <translation>‖∂f/∂a‖ 均值</translation>
        </message>
        <message>
            <source>measured: one seed, batch 256, {0} × 64 ReLUs; clipped: 800 steps of RMSProp, rate c/50, at most 0.01; penalty: 2 500 steps of Adam, rate 0.001</source>
            <translation>实测：一个种子，批大小 256，{0} × 64 个 ReLU；裁剪：RMSProp 800 步，学习率 c/50，不超过 0.01；惩罚：Adam 2 500 步，学习率 0.001</translation>
        </message>
        <message>
            <source>measured: {0} seeds, batch {1}, 8 minibatches at each n; thick: median of the seeds</source>
            <translation>实测：{0} 个种子，批大小 {1}，每个 n 取 8 个小批量；粗线：各种子的中位数</translation>
        </message>
        <message>
            <source>minimax</source>
            <translation>极小极大</translation>
        </message>
        <message>
            <source>minimum {0}</source>
            <translation>最小值 {0}</translation>
        </message>
        <message>
            <source>mixed</source>
            <translation>混合</translation>
        </message>
        <message>
            <source>mixing</source>
            <translation>混合</translation>
        </message>
        <message>
            <source>mode</source>
            <translation>模式</translation>
        </message>
        <message>
            <source>mode y</source>
            <translation>模式 y</translation>
        </message>
        <message>
            <source>mode {0}: {1:.0f} %</source>
            <translation>模式 {0}：{1:.0f} %</translation>
        </message>
        <message>
            <source>modes captured</source>
            <translation>捕获的模式数</translation>
        </message>
        <message>
            <source>modes kept</source>
            <translation>保留模式数</translation>
        </message>
        <message>
            <source>moment matching (GMMN)</source>
            <translation>矩匹配 (GMMN)</translation>
        </message>
        <message>
            <source>momentum</source>
            <translation>动量</translation>
        </message>
        <message>
            <source>more real</source>
            <translation>更真了</translation>
        </message>
        <message>
            <source>most likely Gaussian {0}</source>
            <translation>似然最大的高斯 {0}</translation>
        </message>
        <message>
            <source>moved by {0}</source>
            <translation>移动 {0}</translation>
        </message>
        <message>
            <source>moved {0}</source>
            <translation>移动 {0}</translation>
        </message>
        <message>
            <source>n = {0}</source>
            <translation>n = {0}</translation>
        </message>
        <message>
            <source>n = {0}: {1}</source>
            <translation>n = {0}：{1}</translation>
        </message>
        <message>
            <source>nats</source>
            <translation>nats</translation>
        </message>
        <message>
            <source>nats per unit of x</source>
            <translation>nats / x 的单位</translation>
        </message>
        <message>
            <source>near the equilibrium both fly apart: theory says {0}, and {1} = {2} &gt; 2</source>
            <translation>在平衡点附近两者都飞散：理论值为 {0}，且 {1} = {2} &gt; 2</translation>
        </message>
        <message>
            <source>near the equilibrium theory says {0} and 1 ({1} = {2} ≤ 2)</source>
            <translation>在平衡点附近，理论值为 {0} 和 1（{1} = {2} ≤ 2）</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>no distance to be found</source>
            <translation>没有可找的距离</translation>
        </message>
        <message>
            <source>noise alone {0}</source>
            <translation>只有噪声 {0}</translation>
        </message>
        <message>
            <source>noise z</source>
            <translation>噪声 z</translation>
        </message>
        <message>
            <source>non-saturating</source>
            <translation>非饱和</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>none: the field jumps</source>
            <translation>无：场有跳跃</translation>
        </message>
        <message>
            <source>normal</source>
            <translation>正态</translation>
        </message>
        <message>
            <source>normalising
flows</source>
            <translation>流模型</translation>
        </message>
        <message>
            <source>not in the lab</source>
            <translation>实验室里没有</translation>
        </message>
        <message>
            <source>of JSD {0}</source>
            <translation>JSD 的 {0}</translation>
        </message>
        <message>
            <source>of W₁ {0}</source>
            <translation>W₁ 的 {0}</translation>
        </message>
        <message>
            <source>of f / L</source>
            <translation>f / L</translation>
        </message>
        <message>
            <source>of n = {0} data and as many samples D says {1} and {2} on average; its loss is {3}, and its weights move by {4} of their length.</source>
            <translation>对 n = {0} 个数据和同样多的样本，D 的判断平均为 {1} 与 {2}；损失为 {3}，权重移动了自身长度的 {4}。</translation>
        </message>
        <message>
            <source>of n = {0} samples D says {1} on average; G's loss is {2}, and they move by {3}.</source>
            <translation>对 n = {0} 个样本，D 的判断平均为 {1}；G 的损失为 {2}，样本移动 {3}。</translation>
        </message>
        <message>
            <source>of {0}</source>
            <translation>{0}</translation>
        </message>
        <message>
            <source>on the way, t = {0}</source>
            <translation>途中，t = {0}</translation>
        </message>
        <message>
            <source>one</source>
            <translation>一次</translation>
        </message>
        <message>
            <source>one pass for each of the T steps back (1000 in the paper; later samplers take fewer)</source>
            <translation>退回来的 T 步各一次前向计算（论文中为 1000 步；后来的采样器更少）</translation>
        </message>
        <message>
            <source>one pass for each of the n coordinates, none before the last is known</source>
            <translation>n 个坐标各一次前向计算，前一个算出才能算后一个</translation>
        </message>
        <message>
            <source>one pass of G</source>
            <translation>G 的一次前向计算</translation>
        </message>
        <message>
            <source>one pass of G, all coordinates together</source>
            <translation>G 的一次前向计算，所有坐标一起算出</translation>
        </message>
        <message>
            <source>one pass of g (with coupling layers; autoregressive flows take n in one direction)</source>
            <translation>g 的一次前向计算（用耦合层；自回归流在一个方向上要 n 次）</translation>
        </message>
        <message>
            <source>one pass of the decoder</source>
            <translation>解码器的一次前向计算</translation>
        </message>
        <message>
            <source>one point: the mean</source>
            <translation>一个点：均值</translation>
        </message>
        <message>
            <source>one-sided (Lipschitz)</source>
            <translation>单侧 (Lipschitz)</translation>
        </message>
        <message>
            <source>only local</source>
            <translation>仅局部</translation>
        </message>
        <message>
            <source>orthogonal</source>
            <translation>正交</translation>
        </message>
        <message>
            <source>p</source>
            <translation>p</translation>
        </message>
        <message>
            <source>p = (1 + number of relabellings with T at least as large) / (1 + {0})</source>
            <translation>p = (1 + T 不小于此值的重排次数) / (1 + {0})</translation>
        </message>
        <message>
            <source>p and q are equal: there is nothing to carry.</source>
            <translation>p 与 q 相同：无土可搬。</translation>
        </message>
        <message>
            <source>p's mass where q = 0: {0}, so KL(p‖q) = ∞</source>
            <translation>q = 0 处 p 的质量：{0}，所以 KL(p‖q) = ∞</translation>
        </message>
        <message>
            <source>p(x; θ) can be computed exactly.</source>
            <translation>p(x; θ) 可以精确算出。</translation>
        </message>
        <message>
            <source>p(x; θ) has an integral or a sum too large to compute.</source>
            <translation>p(x; θ) 中的积分或求和大得无法计算。</translation>
        </message>
        <message>
            <source>p(x; θ) is written down.</source>
            <translation>写出了 p(x; θ) 的表达式。</translation>
        </message>
        <message>
            <source>p(y|x) unsure</source>
            <translation>p(y|x) 不确定</translation>
        </message>
        <message>
            <source>p_g under {0}</source>
            <translation>p_g 中小于 {0}</translation>
        </message>
        <message>
            <source>pairing</source>
            <translation>配对</translation>
        </message>
        <message>
            <source>parallel segments</source>
            <translation>平行线段</translation>
        </message>
        <message>
            <source>passes one after the other; how much one pass computes is not counted</source>
            <translation>依次进行的前向计算次数；每次的计算量不计</translation>
        </message>
        <message>
            <source>path of training</source>
            <translation>训练的路径</translation>
        </message>
        <message>
            <source>penalty</source>
            <translation>惩罚</translation>
        </message>
        <message>
            <source>penalty, λ = {0}</source>
            <translation>惩罚，λ = {0}</translation>
        </message>
        <message>
            <source>penalty: step {0}</source>
            <translation>惩罚：第 {0} 步</translation>
        </message>
        <message>
            <source>pinwheel</source>
            <translation>风车</translation>
        </message>
        <message>
            <source>points a sample, n</source>
            <translation>每组点数 n</translation>
        </message>
        <message>
            <source>points of p alone</source>
            <translation>p 独占的点</translation>
        </message>
        <message>
            <source>points: {0}</source>
            <translation>点：{0}</translation>
        </message>
        <message>
            <source>potential f(x)</source>
            <translation>势函数 f(x)</translation>
        </message>
        <message>
            <source>potentials: mean u + mean v</source>
            <translation>势函数：u 均值 + v 均值</translation>
        </message>
        <message>
            <source>power: estimate, {0} pairs of samples at each n, {1} relabellings each; bars: 95 %, Wilson</source>
            <translation>功效：估计，每个 n 取 {0} 对样本，各重排 {1} 次；误差棒：95 %，Wilson</translation>
        </message>
        <message>
            <source>pull on the density, 1 / (n q(x))</source>
            <translation>对密度的拉力，1 / (n q(x))</translation>
        </message>
        <message>
            <source>pull on the mean, ∂L/∂μ</source>
            <translation>对均值的拉力，∂L/∂μ</translation>
        </message>
        <message>
            <source>pulled by {0}</source>
            <translation>拉力 {0}</translation>
        </message>
        <message>
            <source>p̂ on average, N(0, 1 + σ²)</source>
            <translation>p̂ 的平均，N(0, 1 + σ²)</translation>
        </message>
        <message>
            <source>q &gt; 0 where p is: KL(p‖q) = {0}, finite</source>
            <translation>有 p 处 q &gt; 0：KL(p‖q) = {0}，有限</translation>
        </message>
        <message>
            <source>q is p moved: every grain goes equally far</source>
            <translation>q 是平移后的 p：每粒土走得一样远</translation>
        </message>
        <message>
            <source>q loses {0} ≤ ln 1/w = {1}</source>
            <translation>q 损失 {0} ≤ ln 1/w = {1}</translation>
        </message>
        <message>
            <source>q, θ = {0}</source>
            <translation>q，θ = {0}</translation>
        </message>
        <message>
            <source>q: Laplace, mean 0, std 1</source>
            <translation>q：拉普拉斯，均值 0，标准差 1</translation>
        </message>
        <message>
            <source>q: two modes, mean 0, std 1</source>
            <translation>q：两个模式，均值 0，标准差 1</translation>
        </message>
        <message>
            <source>quadrature, three independent readings; exact to about 10⁻⁵</source>
            <translation>数值积分，三种独立的读法；精确到约 10⁻⁵</translation>
        </message>
        <message>
            <source>random mixture</source>
            <translation>随机混合</translation>
        </message>
        <message>
            <source>read off the grid</source>
            <translation>从网格上读出</translation>
        </message>
        <message>
            <source>rejected at 5 %</source>
            <translation>5 % 水平上的拒绝率</translation>
        </message>
        <message>
            <source>rejects</source>
            <translation>拒绝</translation>
        </message>
        <message>
            <source>relativistic average</source>
            <translation>相对平均</translation>
        </message>
        <message>
            <source>reverse KL</source>
            <translation>反向 KL</translation>
        </message>
        <message>
            <source>reverse KL over modes</source>
            <translation>模式上的反向 KL</translation>
        </message>
        <message>
            <source>reverse KL ↓</source>
            <translation>反向 KL ↓</translation>
        </message>
        <message>
            <source>ring</source>
            <translation>环</translation>
        </message>
        <message>
            <source>root</source>
            <translation>根</translation>
        </message>
        <message>
            <source>sample</source>
            <translation>采样</translation>
        </message>
        <message>
            <source>samples</source>
            <translation>样本</translation>
        </message>
        <message>
            <source>samples G(z)</source>
            <translation>样本 G(z)</translation>
        </message>
        <message>
            <source>samples n</source>
            <translation>样本数 n</translation>
        </message>
        <message>
            <source>samples shrunken to {0}</source>
            <translation>缩到 {0} 的样本</translation>
        </message>
        <message>
            <source>separate</source>
            <translation>分开</translation>
        </message>
        <message>
            <source>shaded: JS flat, slope below {0}</source>
            <translation>阴影：JS 平坦，斜率小于 {0}</translation>
        </message>
        <message>
            <source>share</source>
            <translation>比例</translation>
        </message>
        <message>
            <source>share of noise</source>
            <translation>噪声比例</translation>
        </message>
        <message>
            <source>share of the distance</source>
            <translation>占距离的比例</translation>
        </message>
        <message>
            <source>share of weights</source>
            <translation>权重的比例</translation>
        </message>
        <message>
            <source>sigmoid</source>
            <translation>sigmoid</translation>
        </message>
        <message>
            <source>simultaneous</source>
            <translation>同时</translation>
        </message>
        <message>
            <source>slopes: decades in a decade of n, least squares over the last; KS: largest distance of the distribution functions; components of all layers and seeds together</source>
            <translation>斜率：n 每增十倍，梯度变化的数量级，对最后一个数量级用最小二乘；KS：分布函数之间的最大距离；分量：所有层与种子放在一起</translation>
        </message>
        <message>
            <source>softplus</source>
            <translation>softplus</translation>
        </message>
        <message>
            <source>spectral</source>
            <translation>谱</translation>
        </message>
        <message>
            <source>spiral</source>
            <translation>螺旋</translation>
        </message>
        <message>
            <source>squared Hellinger</source>
            <translation>平方 Hellinger</translation>
        </message>
        <message>
            <source>std of a mode / the data's</source>
            <translation>模式的标准差 / 数据的</translation>
        </message>
        <message>
            <source>steepest {0}</source>
            <translation>最陡 {0}</translation>
        </message>
        <message>
            <source>step</source>
            <translation>步</translation>
        </message>
        <message>
            <source>step {0}</source>
            <translation>第 {0} 步</translation>
        </message>
        <message>
            <source>steps n of a fresh D, G frozen</source>
            <translation>新的 D 的步数 n，G 已冻结</translation>
        </message>
        <message>
            <source>steps of G</source>
            <translation>G 的步数</translation>
        </message>
        <message>
            <source>sum of the variances</source>
            <translation>方差之和</translation>
        </message>
        <message>
            <source>sum, highest at {0}</source>
            <translation>和，在 {0} 处最大</translation>
        </message>
        <message>
            <source>tanh</source>
            <translation>tanh</translation>
        </message>
        <message>
            <source>test to −∞</source>
            <translation>测试值趋于 −∞</translation>
        </message>
        <message>
            <source>test {0} nats</source>
            <translation>测试 {0} nats</translation>
        </message>
        <message>
            <source>test {0} nats at σ = {1}</source>
            <translation>σ = {1} 时测试 {0} nats</translation>
        </message>
        <message>
            <source>that of −log D is {0} times what it was at n = 1.</source>
            <translation>−log D 的梯度是 n = 1 时的 {0} 倍。</translation>
        </message>
        <message>
            <source>the critic gives data {0} and samples {1}: only the difference counts.</source>
            <translation>评论器给数据 {0}，给样本 {1}：只有差值有意义。</translation>
        </message>
        <message>
            <source>the critic says</source>
            <translation>评论器的判断</translation>
        </message>
        <message>
            <source>the data's own samples</source>
            <translation>数据自身的样本</translation>
        </message>
        <message>
            <source>the kernel</source>
            <translation>核</translation>
        </message>
        <message>
            <source>the loss' gradient flows back into D's weights, {0} in all; it is {1} long.</source>
            <translation>损失的梯度传回 D 的权重，共 {0} 个；梯度长度为 {1}。</translation>
        </message>
        <message>
            <source>thin: the best of each</source>
            <translation>细线：各自的最优</translation>
        </message>
        <message>
            <source>total variation</source>
            <translation>全变差</translation>
        </message>
        <message>
            <source>tractable</source>
            <translation>易处理</translation>
        </message>
        <message>
            <source>trained G</source>
            <translation>训练的 G</translation>
        </message>
        <message>
            <source>training goes to ∞</source>
            <translation>训练值趋于 ∞</translation>
        </message>
        <message>
            <source>training points, repeated</source>
            <translation>重复的训练点</translation>
        </message>
        <message>
            <source>training step</source>
            <translation>训练步</translation>
        </message>
        <message>
            <source>training {0}</source>
            <translation>训练 {0}</translation>
        </message>
        <message>
            <source>training: minibatches of 512; G's divergence by quadrature, D's bound an estimate</source>
            <translation>训练：小批量 512；G 的散度用数值积分，D 的下界为估计</translation>
        </message>
        <message>
            <source>true</source>
            <translation>真值</translation>
        </message>
        <message>
            <source>true E ln q</source>
            <translation>真实 E ln q</translation>
        </message>
        <message>
            <source>truth {0}</source>
            <translation>真值 {0}</translation>
        </message>
        <message>
            <source>two circles</source>
            <translation>双圆</translation>
        </message>
        <message>
            <source>two moons</source>
            <translation>双月</translation>
        </message>
        <message>
            <source>unbalanced ring</source>
            <translation>不均衡环</translation>
        </message>
        <message>
            <source>uniform</source>
            <translation>均匀分布</translation>
        </message>
        <message>
            <source>unseen test points</source>
            <translation>未见过的测试点</translation>
        </message>
        <message>
            <source>up {0}</source>
            <translation>升 {0}</translation>
        </message>
        <message>
            <source>update</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>variational</source>
            <translation>变分</translation>
        </message>
        <message>
            <source>way</source>
            <translation>路程</translation>
        </message>
        <message>
            <source>weight</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>weight limit c</source>
            <translation>权重上限 c</translation>
        </message>
        <message>
            <source>weights at ±c</source>
            <translation>落在 ±c 的权重</translation>
        </message>
        <message>
            <source>width ε</source>
            <translation>宽度 ε</translation>
        </message>
        <message>
            <source>window width σ</source>
            <translation>窗宽 σ</translation>
        </message>
        <message>
            <source>windows p̂: E ln p̂ = {0} nats</source>
            <translation>窗 p̂：E ln p̂ = {0} nats</translation>
        </message>
        <message>
            <source>witness</source>
            <translation>见证</translation>
        </message>
        <message>
            <source>witness: mean k(x, ·) over p's points less q's, h = {0}</source>
            <translation>见证：k(x, ·) 在 p 的点上的均值减去 q 的，h = {0}</translation>
        </message>
        <message>
            <source>x</source>
            <translation>x</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>z-test, closed form</source>
            <translation>z 检验，闭式解</translation>
        </message>
        <message>
            <source>{0}  p_g at step {1}</source>
            <translation>{0}  第 {1} 步的 p_g</translation>
        </message>
        <message>
            <source>{0} % beyond ±{1}</source>
            <translation>{0} % 在 ±{1} 之外</translation>
        </message>
        <message>
            <source>{0} % within 1 % of ±c</source>
            <translation>{0} % 在 ±c 的 1 % 以内</translation>
        </message>
        <message>
            <source>{0} = {1} nats, {2} a dimension</source>
            <translation>{0} = {1} nats，每维 {2}</translation>
        </message>
        <message>
            <source>{0} crossings</source>
            <translation>{0} 处相交</translation>
        </message>
        <message>
            <source>{0} data</source>
            <translation>{0} 数据</translation>
        </message>
        <message>
            <source>{0} generators</source>
            <translation>{0} 个生成器</translation>
        </message>
        <message>
            <source>{0} grains of equal mass</source>
            <translation>{0} 粒等质量的土</translation>
        </message>
        <message>
            <source>{0} hops in {1} steps · a stay: {2:.0f} steps (median)</source>
            <translation>{1} 步中跳了 {0} 次 · 每次停留 {2:.0f} 步（中位数）</translation>
        </message>
        <message>
            <source>{0} k-means centroids</source>
            <translation>{0} 个 k 均值中心</translation>
        </message>
        <message>
            <source>{0} moves D's weights by {1} of their length: its ground has changed.</source>
            <translation>{0} 使 D 的权重移动了自身长度的 {1}：D 的底色变了。</translation>
        </message>
        <message>
            <source>{0} moves G's weights by {1} of their length, and its samples by {2} on average.</source>
            <translation>{0} 使 G 的权重移动了自身长度的 {1}，样本平均移动 {2}。</translation>
        </message>
        <message>
            <source>{0} noise</source>
            <translation>{0} 噪声</translation>
        </message>
        <message>
            <source>{0} other pairs of samples</source>
            <translation>另外 {0} 对样本</translation>
        </message>
        <message>
            <source>{0} pairs of samples at each n</source>
            <translation>每个 n 取 {0} 对样本</translation>
        </message>
        <message>
            <source>{0} training points</source>
            <translation>{0} 个训练点</translation>
        </message>
        <message>
            <source>{0} training points and nothing else: IS = {1} of {2}. A score sees samples, and these are samples of the data; nobody asks whether they are new.</source>
            <translation>只有 {0} 个训练点：IS = {1}（最高为 {2}）。分数看到的是样本，而这些正是数据的样本；没有人问它们是不是新的。</translation>
        </message>
        <message>
            <source>{0}: KS {1}</source>
            <translation>{0}：KS {1}</translation>
        </message>
        <message>
            <source>{0}: T = {1}, at least as large in {2} of {3} shufflings, p = {4}.</source>
            <translation>{0}：T = {1}，{3} 次打乱中有 {2} 次不小于它，p = {4}。</translation>
        </message>
        <message>
            <source>{0}: slope {1}</source>
            <translation>{0}：斜率 {1}</translation>
        </message>
        <message>
            <source>× least</source>
            <translation>× 最小值</translation>
        </message>
        <message>
            <source>θ* = arg max E log p(x; θ).</source>
            <translation>θ* = arg max E log p(x; θ)。</translation>
        </message>
        <message>
            <source>σ by cross-validation</source>
            <translation>用交叉验证选 σ</translation>
        </message>
        <message>
            <source>−ln 4: D is ½ everywhere</source>
            <translation>−ln 4：D 处处为 ½</translation>
        </message>
        <message>
            <source>−log D</source>
            <translation>−log D</translation>
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>Copy figure</source>
            <translation>复制图</translation>
        </message>
        <message>
            <source>Copy, export, send to the stage</source>
            <translation>复制、导出、送到主台</translation>
        </message>
        <message>
            <source>Export figure…</source>
            <translation>导出图…</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>隐藏</translation>
        </message>
        <message>
            <source>Panel menu</source>
            <translation>面板菜单</translation>
        </message>
        <message>
            <source>Send to the stage</source>
            <translation>送到主台</translation>
        </message>
    </context>
    <context>
        <name>PlaneKey</name>
        <message>
            <source>(slice: other coordinates 0)</source>
            <translation>（切片：其余坐标为 0）</translation>
        </message>
        <message>
            <source>D(x) beside data points (pack %1)</source>
            <translation>D(x)，与数据点一起（每包 %1 个）</translation>
        </message>
        <message>
            <source>averaged G</source>
            <translation>平均 G</translation>
        </message>
        <message>
            <source>contours %1 from it</source>
            <translation>等高线距其 %1</translation>
        </message>
        <message>
            <source>contours every %1</source>
            <translation>等高线间隔 %1</translation>
        </message>
        <message>
            <source>data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>data, by class</source>
            <translation>数据，按类别</translation>
        </message>
        <message>
            <source>generated</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>image of the noise grid</source>
            <translation>噪声网格的像</translation>
        </message>
        <message>
            <source>low energy = real</source>
            <translation>低能量 = 真实</translation>
        </message>
        <message>
            <source>mean over classes</source>
            <translation>各类别的均值</translation>
        </message>
        <message>
            <source>p: mean over squares of side %1</source>
            <translation>p：边长 %1 的方格内的均值</translation>
        </message>
        <message>
            <source>p_g: kernel estimate</source>
            <translation>p_g：核密度估计</translation>
        </message>
        <message>
            <source>per unit²</source>
            <translation>每单位²</translation>
        </message>
        <message>
            <source>undecided: %1</source>
            <translation>未定：%1</translation>
        </message>
        <message>
            <source>where G is pulled</source>
            <translation>G 被拉向何处</translation>
        </message>
        <message>
            <source>|∇|: the median strength of the pull. Arrows are scaled so as to be seen.</source>
            <translation>|∇|：拉力的中位数。箭头经过缩放以便看清。</translation>
        </message>
    </context>
    <context>
        <name>PlaneView</name>
        <message>
            <source>Back to the whole picture (double click)</source>
            <translation>回到全图（双击）</translation>
        </message>
        <message>
            <source>Centre and 3σ circle of every mode</source>
            <translation>每个模式的中心和 3σ 圆</translation>
        </message>
        <message>
            <source>Density p(x) of the data</source>
            <translation>数据的密度 p(x)</translation>
        </message>
        <message>
            <source>Density p_g(x) of what G makes (kernel estimate)</source>
            <translation>生成样本的密度 p_g(x)（核密度估计）</translation>
        </message>
        <message>
            <source>Each generator folds a sheet of its own: shown for one alone.</source>
            <translation>每个生成器各折一张曲面：只有一个生成器时才显示。</translation>
        </message>
        <message>
            <source>No ground</source>
            <translation>无底图</translation>
        </message>
        <message>
            <source>Noise of one dimension is no sheet to fold: it needs two or more.</source>
            <translation>一维噪声不是可折叠的曲面：需要二维或更多。</translation>
        </message>
        <message>
            <source>Plane</source>
            <translation>平面</translation>
        </message>
        <message>
            <source>Rings: x from the running average of G's weights, for the same z</source>
            <translation>圆圈：由 G 的权重滑动平均得到的 x，z 相同</translation>
        </message>
        <message>
            <source>Samples of the data</source>
            <translation>真实数据的样本</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>正在启动…</translation>
        </message>
        <message>
            <source>The best possible D: %1</source>
            <translation>最优判别器：%1</translation>
        </message>
        <message>
            <source>This experiment's data has one dimension.
The density panel shows it.</source>
            <translation>该实验的数据是一维的。
请看密度面板。</translation>
        </message>
        <message>
            <source>Where G puts a regular grid of 2 of the %1 noise coordinates, the others 0</source>
            <translation>G 把 %1 个噪声坐标中 2 个的规则网格映射到哪里，其余坐标为 0</translation>
        </message>
        <message>
            <source>Where G puts a regular grid of noise</source>
            <translation>G 把规则的噪声网格映射到哪里</translation>
        </message>
        <message>
            <source>Where G puts a regular grid of noise, for the class shown or 1</source>
            <translation>G 把规则的噪声网格映射到哪里，取所显示的类别或类别 1</translation>
        </message>
        <message>
            <source>against D as it is now, not unrolled</source>
            <translation>面对现在的 D，未展开</translation>
        </message>
        <message>
            <source>at x itself, without instance noise</source>
            <translation>就在 x 处，不加实例噪声</translation>
        </message>
        <message>
            <source>average</source>
            <translation>平均 G</translation>
        </message>
        <message>
            <source>data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>difference</source>
            <translation>差</translation>
        </message>
        <message>
            <source>generated</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>gradients</source>
            <translation>梯度</translation>
        </message>
        <message>
            <source>manifold</source>
            <translation>流形</translation>
        </message>
        <message>
            <source>modes</source>
            <translation>模式</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>p G</source>
            <translation>p_g(x)</translation>
        </message>
        <message>
            <source>p data</source>
            <translation>p(x)</translation>
        </message>
        <message>
            <source>p_g(x) − p(x): where G makes too much or too little</source>
            <translation>p_g(x) − p(x)：G 在哪里生成过多或过少</translation>
        </message>
        <message>
            <source>reset view</source>
            <translation>复位视图</translation>
        </message>
        <message>
            <source>x = G(z), for the same z at every step</source>
            <translation>x = G(z)，每一步都用相同的 z</translation>
        </message>
        <message>
            <source>−∇ₓ of G's loss at x = G(z): where D pulls G</source>
            <translation>G 的损失在 x = G(z) 处的 −∇ₓ：D 把 G 拉向何处</translation>
        </message>
    </context>
    <context>
        <name>Preset</name>
        <message>
            <source>(a) p_g starts beside p. (b) D learns towards D* = p/(p + p_g). (c) D's slope pushes the samples to where it believes in data. (d) p_g = p and D = 1/2 everywhere. The arrows show where the generator sends evenly spaced z: close together where p_g is high.</source>
            <translation>(a) p_g 从 p 的旁边开始。(b) D 学到 D* = p/(p + p_g)。(c) D 的斜率把样本推向它认为是数据的地方。(d) p_g = p，且 D 处处为 1/2。箭头表示生成器把等间隔的 z 送到哪里：p_g 高的地方箭头密集。</translation>
        </message>
        <message>
            <source>A ReLU passes no gradient where it is 0: half of the units tell half of the samples nothing, and all of a small network may move as one. A LeakyReLU passes a fifth. After 400 steps W₁ is about 0.8 with the one and 1.9 with the other. It is G that suffers: a ReLU in D alone does no harm here. Most ReLU seeds arrive as well, some 1 000 steps later.</source>
            <translation>ReLU 在取 0 的地方不传梯度：一半的单元对一半的样本什么也不说，小网络的样本可能整体一起移动。LeakyReLU 传五分之一。400 步后，W₁ 用 LeakyReLU 约为 0.8，用 ReLU 约为 1.9。受影响的是 G：这里只在 D 中用 ReLU 并无害处。用 ReLU 的种子大多也能到达，只是晚 1 000 步左右。</translation>
        </message>
        <message>
            <source>A generator bends the space of z. The data here are a Gaussian themselves: from a Gaussian z the map is all but a straight one, from a square it has to stretch the edges out to infinity and hide four corners, and after 1 500 steps it has not. JS reads about 0.07 with the one and 0.16 with the other; a perfect generator would read 0.06.</source>
            <translation>生成器弯曲 z 的空间。这里的数据本身就是高斯分布：从高斯分布的 z 出发，映射几乎是直的；从正方形出发，则要把边拉到无穷远，把四个角藏起来，1 500 步后仍未做到。JS 前者约为 0.07，后者约为 0.16；完美生成器是 0.06。</translation>
        </message>
        <message>
            <source>A history of fakes</source>
            <translation>旧样本库</translation>
        </message>
        <message>
            <source>A little friction on D: every run spirals in and comes to rest on the equilibrium.</source>
            <translation>给 D 一点摩擦：每个运行都螺旋向内，停在平衡点上。</translation>
        </message>
        <message>
            <source>A minibatch of samples at one spot looks like no minibatch of data. Four numbers tell D's last layer how much company a sample has, and G has to spread out. It comes slowly: a mode or two at step 500, seven or so at 1 000, nearly all at 1 500. G is ten times as fast as D here, which without the trick sends all samples from mode to mode for ever.</source>
            <translation>样本全挤在一处的小批量，不像任何数据的小批量。四个数告诉 D 的最后一层，一个样本周围有多少同伴，G 只好散开。过程很慢：第 500 步有一两个模式，第 1 000 步约七个，第 1 500 步几乎全部。这里 G 的学习率是 D 的十倍，没有这个技巧，所有样本会永远从一个模式跑到另一个模式。</translation>
        </message>
        <message>
            <source>A plain GAN on twenty-five modes: one cloud of samples, on or between a few of them.</source>
            <translation>二十五个模式上的普通 GAN：一团样本，在少数几个模式上或它们之间。</translation>
        </message>
        <message>
            <source>A plain GAN with the R1 penalty: calm, all eight modes, on the data of ring-collapse.</source>
            <translation>带 R1 惩罚的普通 GAN：平稳，八个模式齐全，数据与 ring-collapse 相同。</translation>
        </message>
        <message>
            <source>A run that meets a wall slides along it towards θ = 0 and leaves it there, on a circle of radius c. Clipping holds the critic's slope, but does not damp: what is inside the walls goes on turning.</source>
            <translation>撞墙的运行沿墙滑向 θ = 0，在那里离开墙，转上半径为 c 的圆。裁剪限制了评论器的斜率，却不产生阻尼：墙内的继续转圈。</translation>
        </message>
        <message>
            <source>A sample that D knows for sure, beyond ±1, teaches it nothing more: D stays as flat as it can be, and G has a slope to follow everywhere. Slower to open than least squares here, and as good after 1 000 steps.</source>
            <translation>D 已有把握的样本（超出 ±1）不再教它什么：D 尽可能平坦，G 处处有斜率可循。在这里张开得比最小二乘慢，1 000 步后一样好。</translation>
        </message>
        <message>
            <source>A small GAN finds all eight modes of a ring within a few hundred steps.</source>
            <translation>一个小 GAN 在几百步内找到环上的全部八个模式。</translation>
        </message>
        <message>
            <source>A tanh never leaves (−1, 1). The grid reaches to ±4, so without scaling all samples are stuck at its middle, however long it trains. On its own scaling is no gain here: a linear output on the data as they are does as well.</source>
            <translation>tanh 不会离开 (−1, 1)。网格伸展到 ±4，所以不缩放时，无论训练多久，所有样本都困在中间。单独使用时，缩放在这里没有好处：线性输出加上原样的数据，效果一样好。</translation>
        </message>
        <message>
            <source>All eight modes, held at once: G answers the D that five more steps would make.</source>
            <translation>同时占住全部八个模式：G 面对的是再走五步之后的 D。</translation>
        </message>
        <message>
            <source>All samples fall onto one or two modes, and hop to the next when D has caught them.</source>
            <translation>所有样本落到一两个模式上，被 D 识破后又跳到下一个。</translation>
        </message>
        <message>
            <source>All twenty-five modes of the grid, on which the plain GAN holds one or two.</source>
            <translation>覆盖网格的全部二十五个模式，而普通 GAN 只占一两个。</translation>
        </message>
        <message>
            <source>Alternating steps turn the plane without stretching it: their eigenvalues lie on the unit circle while h·½ ≤ 2. No run comes any nearer to the equilibrium either; W₁ swings between 0 and its start.</source>
            <translation>交替更新旋转平面而不拉伸它：只要 h·½ ≤ 2，特征值就在单位圆上。但也没有哪个运行更接近平衡点；W₁ 在 0 与初始值之间来回摆动。</translation>
        </message>
        <message>
            <source>An average of the weights</source>
            <translation>权重的滑动平均</translation>
        </message>
        <message>
            <source>At step 300 D is frozen, and G puts everything on the one point that D likes best.</source>
            <translation>第 300 步 D 被冻结，G 把一切都放到 D 最喜欢的那一个点上。</translation>
        </message>
        <message>
            <source>Batch norm takes mean and variance from the minibatch, and from four samples they are little better than dice: a sample depends on its three companions. Layer norm takes them from the sample itself. After 2 000 steps W₁ is about 0.55 with layer norm, 0.83 with batch norm and 0.87 with none. It has a price: a first layer normed like this sees the direction of its input and not the length. Sixteen numbers of z lose little by that; in D, which looks at the plane, it loses the radius.</source>
            <translation>批归一化的均值和方差取自小批量，四个样本算出来的差不多是碰运气：一个样本取决于它的三个同伴。层归一化取自样本自身。2 000 步后，W₁ 用层归一化约为 0.55，用批归一化 0.83，都不用 0.87。它也有代价：这样归一化的第一层只看到输入的方向，看不到长度。z 有十六个数，损失不大；而 D 看的是平面，失去的是半径。</translation>
        </message>
        <message>
            <source>Batch normalisation</source>
            <translation>批归一化</translation>
        </message>
        <message>
            <source>Because z is one number, p_g is exact (change of variables), not an estimate.</source>
            <translation>因为 z 是一个数，所以 p_g 是精确的（变量替换），不是估计。</translation>
        </message>
        <message>
            <source>Best watched at some hundred steps a second.</source>
            <translation>以每秒几百步的速度观看最好。</translation>
        </message>
        <message>
            <source>Blurred data and samples overlap, so even the minimax loss brings the segment home.</source>
            <translation>模糊的数据与样本相互重叠，于是连极小极大损失也能把线段带回来。</translation>
        </message>
        <message>
            <source>Blurred, the two overlap, and where they overlap a steep D is wrong: its slope is pulled to 0 as by a penalty. The eigenvalues have the real part −σ²/4; what trembles at the end is the minibatch.</source>
            <translation>模糊之后两者重叠，而在重叠处，陡峭的 D 是错的：它的斜率像受到惩罚一样被拉向 0。特征值的实部为 −σ²/4；最后仍在颤动的是小批量的随机性。</translation>
        </message>
        <message>
            <source>Both players also seek where the field is short: dirac-gan's spiral now winds inwards.</source>
            <translation>双方还都往向量场短的地方走：dirac-gan 的螺旋现在向内收。</translation>
        </message>
        <message>
            <source>Both players move at once: the cloud circles the data, a little wider every time round.</source>
            <translation>双方同时更新：样本云绕着数据转，每一圈都稍大一些。</translation>
        </message>
        <message>
            <source>Both players step at once: five runs wind outwards, away from the equilibrium.</source>
            <translation>双方同时更新：五个运行都螺旋向外，远离平衡点。</translation>
        </message>
        <message>
            <source>Checkerboard</source>
            <translation>棋盘</translation>
        </message>
        <message>
            <source>Compare the bars with the true weights. Losing a mode that holds one point in fifty costs G next to nothing, and a batch of 256 shows D some five of them. In most seeds one to three modes are missing; with WGAN-GP the shares come out right.</source>
            <translation>把柱与真实权重对比。丢掉一个只占五十分之一的模式，对 G 几乎没有损失，而一批 256 个样本中 D 只看到大约五个。多数种子会缺少一到三个模式；用 WGAN-GP 则比例正确。</translation>
        </message>
        <message>
            <source>Conditional GAN on the ring</source>
            <translation>环上的条件 GAN</translation>
        </message>
        <message>
            <source>D answers with a number, not a probability, and a sample that D finds too real is pulled back as much as one that it finds fake: no sigmoid goes flat. With a = −1, b = 1, c = 0 G minimises a Pearson χ² where D is at its optimum; here that coding is slower, and loses one or two modes in about half of the seeds.</source>
            <translation>D 的回答是一个数，而不是概率；D 认为太真的样本，与它认为假的样本一样会被拉回来：没有会变平的 sigmoid。取 a = −1、b = 1、c = 0，当 D 最优时，G 最小化一个 Pearson χ²；在这里这种编码更慢，大约一半的种子丢失一两个模式。</translation>
        </message>
        <message>
            <source>D at four times G's rate finds all modes; the rates exchanged find one or two.</source>
            <translation>D 的学习率是 G 的四倍，所有模式都找到；把两者对调，只找到一两个。</translation>
        </message>
        <message>
            <source>D by SGD and G by Adam learn the ring as well as two Adams do, and no better.</source>
            <translation>D 用 SGD、G 用 Adam，学环与双方都用 Adam 一样好，但并不更好。</translation>
        </message>
        <message>
            <source>D compares data with samples; G must also make the data look less real.</source>
            <translation>D 把数据与样本相比较；G 还必须让数据显得不那么真。</translation>
        </message>
        <message>
            <source>D is an auto-encoder: energy is low on the grid, and the samples sink into it.</source>
            <translation>D 是一个自编码器：网格上能量低，样本沉入其中。</translation>
        </message>
        <message>
            <source>D is linear, f(x) = a·x + b, and G only stretches and shifts its noise, so the game is a pendulum without friction. Moving at once multiplies the radius by √(1 + h²) at every step of size h; taking turns keeps it.</source>
            <translation>D 是线性的，f(x) = a·x + b，G 只能伸缩和平移噪声，因此这个博弈就像没有摩擦的单摆。同时更新时，每走一步大小为 h 的步子，半径就乘以 √(1 + h²)；轮流更新则保持半径。</translation>
        </message>
        <message>
            <source>D is never more than 90 % sure of data; on the ring G learns no better and no worse.</source>
            <translation>D 对数据的把握不超过 90 %；在环上，G 学得既不更好，也不更差。</translation>
        </message>
        <message>
            <source>D is perfect, so log(1 − D(G(z))) is flat where the samples are, and G stands still.</source>
            <translation>D 完美，因此 log(1 − D(G(z))) 在样本处平坦，G 停着不动。</translation>
        </message>
        <message>
            <source>D judges two samples at once: a thin ring forms first, then its eight modes sharpen.</source>
            <translation>D 一次评判两个样本：先形成一个细环，然后八个模式变清晰。</translation>
        </message>
        <message>
            <source>D only learns from points within its margin; all eight modes are found.</source>
            <translation>D 只从间隔以内的点学习；八个模式都找到了。</translation>
        </message>
        <message>
            <source>D sees data and samples blurred: the game is damped, and all runs come to rest.</source>
            <translation>D 看到的数据和样本都是模糊的：博弈有了阻尼，所有运行都停下来。</translation>
        </message>
        <message>
            <source>D sees two samples at once, and samples that are all alike give themselves away.</source>
            <translation>D 一次看两个样本，单一的样本就露了马脚。</translation>
        </message>
        <message>
            <source>D sees when all samples are alike, and a ring that collapses without it fills up.</source>
            <translation>所有样本都一样时，D 看得出来；没有它就会崩塌的环，这次填满了。</translation>
        </message>
        <message>
            <source>D with batch norm: normed apart from the data the samples spread, mixed they never do.</source>
            <translation>D 用批归一化：与数据分开归一化，样本就散开；混在一起则始终不散。</translation>
        </message>
        <message>
            <source>Data and samples do not overlap, so JS stays at ln 2 = 0.693 however G moves, and its slope is 0 (Arjovsky and Bottou 2017). The better D, the less G learns: the norm of its gradient falls from 0.7 to 0.0002 in 300 steps, and to 0.000004 in 1 000.</source>
            <translation>数据与样本不重叠，所以无论 G 怎么动，JS 都停在 ln 2 = 0.693，斜率为 0（Arjovsky 和 Bottou，2017）。D 越好，G 学得越少：它的梯度范数在 300 步内从 0.7 降到 0.0002，1 000 步内降到 0.000004。</translation>
        </message>
        <message>
            <source>Dirac-GAN: R1</source>
            <translation>Dirac-GAN：R1 惩罚</translation>
        </message>
        <message>
            <source>Dirac-GAN: WGAN alone</source>
            <translation>Dirac-GAN：只有 WGAN</translation>
        </message>
        <message>
            <source>Dirac-GAN: consensus</source>
            <translation>Dirac-GAN：共识</translation>
        </message>
        <message>
            <source>Dirac-GAN: gradient penalty</source>
            <translation>Dirac-GAN：梯度惩罚</translation>
        </message>
        <message>
            <source>Dirac-GAN: instance noise</source>
            <translation>Dirac-GAN：实例噪声</translation>
        </message>
        <message>
            <source>Dirac-GAN: non-saturating</source>
            <translation>Dirac-GAN：非饱和</translation>
        </message>
        <message>
            <source>Dirac-GAN: spirals out</source>
            <translation>Dirac-GAN：螺旋向外</translation>
        </message>
        <message>
            <source>Dirac-GAN: taking turns</source>
            <translation>Dirac-GAN：轮流更新</translation>
        </message>
        <message>
            <source>Dirac-GAN: weight clipping</source>
            <translation>Dirac-GAN：权重裁剪</translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation>Dropout（随机丢弃）</translation>
        </message>
        <message>
            <source>Dropout in D does not help here: the samples arrive later than without it.</source>
            <translation>D 的 dropout 在这里没有帮助：样本比没有它时到得更晚。</translation>
        </message>
        <message>
            <source>Dropout keeps a network from learning its data by heart. D is given fresh data at every update and has nothing to learn by heart; what remains is that a random half of it is silent whenever it teaches G. After 1 000 steps 3 % of the samples lie within three standard deviations of a mode, 25 % without dropout. Nor does it mend a gradient that has vanished (on the preset vanishing-gradient G stands still with it as well).</source>
            <translation>Dropout 防止网络死记数据。而 D 每次更新都拿到新的数据，没有什么可死记；剩下的只是：每次教 G 时，它都随机有一半不出声。1 000 步后，3 % 的样本落在某个模式的三个标准差以内，没有 dropout 则是 25 %。它也治不了已经消失的梯度（在预设 vanishing-gradient 上，有了它 G 同样停着不动）。</translation>
        </message>
        <message>
            <source>EBGAN on the grid</source>
            <translation>网格上的 EBGAN</translation>
        </message>
        <message>
            <source>Each generator has its own colour. D knows them apart best where they do not overlap, and so they part. They do not part cleanly: their division is 0.6 to 1.3 nats of the ln 5 = 1.61 that one mode each would give. One generator alone, as small as each of these, ends four times as far from the data, and loses modes in some seeds.</source>
            <translation>每个生成器有自己的颜色。互不重叠时，D 最容易分清它们，于是它们彼此分开。但分得并不干净：若各占一个模式，分工应为 ln 5 = 1.61 nats，这里是 0.6 到 1.3 nats。若只用一个同样小的生成器，最后离数据的距离是四倍，有些种子还会丢失模式。</translation>
        </message>
        <message>
            <source>Eight modes, each lighter than the one before: a plain GAN neglects the light ones.</source>
            <translation>八个模式一个比一个轻：普通 GAN 忽略轻的模式。</translation>
        </message>
        <message>
            <source>Eight squares with sharp edges and empty cells between: hard for small networks.</source>
            <translation>八个边缘锐利的方块，中间是空格：对小网络来说很难。</translation>
        </message>
        <message>
            <source>Every layer stretches by at most 1, so D's slope stays below 1 without any clip or penalty. Take it away and the critic grows for ever: its slopes throw G about, and most seeds hold only a few modes at a time. What spectral norm costs is speed: D is often far flatter than it might be.</source>
            <translation>每一层最多拉伸 1 倍，所以不用裁剪或惩罚，D 的斜率也不超过 1。去掉它，评论器就无限增长：陡峭的斜率把 G 甩来甩去，多数种子每次只占住几个模式。谱归一化的代价是速度：D 常常比允许的平坦得多。</translation>
        </message>
        <message>
            <source>Every run creeps inwards, ever more slowly: the radius falls as √(8/t), t the time.</source>
            <translation>每个运行都向内挪，而且越来越慢：半径按 √(8/t) 减小，t 为时间。</translation>
        </message>
        <message>
            <source>Figure 1 of the GAN paper</source>
            <translation>GAN 论文的图 1</translation>
        </message>
        <message>
            <source>Five curved arms grow out of the middle, where they all meet.</source>
            <translation>五条弯曲的臂从中间长出，它们在中间相接。</translation>
        </message>
        <message>
            <source>Five generators share out five modes: D must also say which of them made a sample.</source>
            <translation>五个生成器分占五个模式：D 还要说出样本是哪一个生成的。</translation>
        </message>
        <message>
            <source>Four layers start at N(0, 0.02²): DCGAN draws its weights so small that a signal shrinks to nothing from layer to layer: every z gives nearly the same sample, and a point is all that moves. Batch norm brings every unit back to variance 1, and with it the gradient. In D it does harm here: data and samples are normed apart, so that D no longer sees where they are, only what shape they have.</source>
            <translation>四层网络从 N(0, 0.02²) 开始：DCGAN 的初始权重取得很小，信号逐层缩小到几乎为零，每个 z 给出几乎相同的样本，动的只是一个点。批归一化把每个单元恢复到方差 1，梯度也随之恢复。在这里它对 D 有害：数据和样本各自归一化，D 看不到它们在哪里，只看到它们的形状。</translation>
        </message>
        <message>
            <source>From a Gaussian z the samples get tails for nothing; from a uniform z they keep corners.</source>
            <translation>用高斯分布的 z，样本自然就有尾部；用均匀分布的 z，棱角一直留着。</translation>
        </message>
        <message>
            <source>G answers the D that has just moved: every run stays on its circle, for ever.</source>
            <translation>G 面对刚刚更新的 D：每个运行都永远停留在自己的圆上。</translation>
        </message>
        <message>
            <source>G ends in a tanh and reaches the whole grid, because the data are scaled to [−1, 1].</source>
            <translation>G 的输出是 tanh，仍能到达整个网格，因为数据缩放到了 [−1, 1]。</translation>
        </message>
        <message>
            <source>G follows what D says now. A D that is ahead of it can correct itself before G has moved far; a D that lags sends all samples to where they are missed, one place after the other. The ratio is no free gift: equal rates do as well here, and a D sixteen times as fast leaves G so slow that most seeds have three modes or so after 500 steps.</source>
            <translation>G 跟随 D 此刻的说法。领先的 D 能在 G 走远之前纠正自己；落后的 D 则把所有样本送到缺样本的地方，一处接着一处。好处并不是白来的：这里双方学习率相等也一样好；而 D 快到十六倍时，G 就太慢，500 步后多数种子只有三个模式左右。</translation>
        </message>
        <message>
            <source>G has no hidden layer, so what it makes of Gaussian noise is a Gaussian. KL = E_p log p/p_g is dear where data has no samples: the best Gaussian has the data's mean −0.75 and standard deviation 1.39. Reverse KL = E_q log q/p is dear where samples have no data: the best Gaussian is the heavier mode alone, standard deviation 0.51. Both numbers are by quadrature; G comes to 1.39 and, in 15 of 16 seeds, to 0.51.</source>
            <translation>G 没有隐藏层，所以它用高斯噪声生成的仍是高斯分布。KL = E_p log p/p_g 在有数据而没有样本处代价大：最优的高斯分布取数据的均值 −0.75，标准差 1.39。反向 KL = E_q log q/p 在有样本而没有数据处代价大：最优的高斯分布只是较重的那个模式，标准差 0.51。两组数都由数值积分求得；G 达到 1.39，并在 16 个种子中的 15 个达到 0.51。</translation>
        </message>
        <message>
            <source>G learns at twice D's rate. Without the buffer it runs from D to a mode where D has long forgotten it, and back again; most seeds still do so after 1 500 steps. With 10 000 old samples, the last 300 steps or so, D remembers. The lucky seeds make the difference less than clear-cut, and where G is ten times as fast as D (ring-collapse) the buffer changes nothing.</source>
            <translation>G 的学习率是 D 的两倍。没有旧样本库，它从 D 面前逃到 D 早已忘记的模式，然后又逃回来；1 500 步后多数种子仍是如此。有了 10 000 个旧样本，即最近 300 步左右，D 就记得住。有些种子运气好，所以差别并不那么分明；而当 G 比 D 快十倍时（ring-collapse），旧样本库毫无作用。</translation>
        </message>
        <message>
            <source>G's best answer to a fixed D is not the data but the single most convincing point, for every z the same. Only a D that moves on can punish that. Watch the cloud shrink from step 300: the contours stand still, and the spread falls from about 0.8 to 0.01. A D that goes on learning keeps it near 1.4 here, though G holds only one or two modes with these tanh layers.</source>
            <translation>面对固定的 D，G 的最优回应不是数据，而是最能骗过 D 的那一个点，对每个 z 都一样。只有继续更新的 D 才能惩罚这种做法。看样本云从第 300 步起缩小：等高线不动，散布从约 0.8 降到 0.01。若 D 继续学习，散布在这里保持在 1.4 左右，不过用这些 tanh 层，G 只占住一两个模式。</translation>
        </message>
        <message>
            <source>GAN Lab's default</source>
            <translation>GAN Lab 的默认设置</translation>
        </message>
        <message>
            <source>Gaussian noise</source>
            <translation>高斯噪声</translation>
        </message>
        <message>
            <source>Half of D's fakes are old ones, and most seeds stop hopping and fill the ring.</source>
            <translation>D 看到的假样本有一半是旧的，多数种子就不再跳动，而是填满整个环。</translation>
        </message>
        <message>
            <source>Hinge loss on the ring</source>
            <translation>环上的合页损失（hinge）</translation>
        </message>
        <message>
            <source>In its first minutes only a wide cloud, on no mode yet: the paper trains for hours.</source>
            <translation>最初几分钟是一大团还没有被任何模式捕获的样本：论文训练了几个小时。</translation>
        </message>
        <message>
            <source>Instance noise</source>
            <translation>实例噪声</translation>
        </message>
        <message>
            <source>It happens in 16 of 16 seeds (at step 1 000). A different set-up need not collapse: tanh layers with orthogonal weights do not.</source>
            <translation>16 个种子中 16 个都是如此（第 1 000 步）。换一种设置未必崩塌：tanh 层加正交权重就不会。</translation>
        </message>
        <message>
            <source>It happens in 16 of 16 seeds (at step 800).</source>
            <translation>16 个种子中 16 个都是如此（第 800 步）。</translation>
        </message>
        <message>
            <source>It is the game of vanishing-gradient: D is trained nearly to its optimum before every G step, and data and samples do not overlap. Sure of itself, D is flat where the samples are. Told wrong in a tenth of the cases it never answers below 0.1 or above 0.9, and keeps a slope in between: the norm of G's gradient stays above 0.03, where it falls below 0.001 without.</source>
            <translation>这就是 vanishing-gradient 的博弈：每次 G 更新之前，D 都训练到接近最优，而数据与样本不重叠。有十足把握的 D 在样本处是平的。若十次中有一次被告知错误的答案，它就不会答出低于 0.1 或高于 0.9 的值，其间便保持斜率：G 的梯度范数保持在 0.03 以上，没有标签噪声则降到 0.001 以下。</translation>
        </message>
        <message>
            <source>KL against reverse KL</source>
            <translation>KL 与反向 KL</translation>
        </message>
        <message>
            <source>LSGAN on the ring</source>
            <translation>环上的 LSGAN</translation>
        </message>
        <message>
            <source>Label noise</source>
            <translation>标签噪声</translation>
        </message>
        <message>
            <source>Label smoothing</source>
            <translation>标签平滑</translation>
        </message>
        <message>
            <source>Layer normalisation</source>
            <translation>层归一化</translation>
        </message>
        <message>
            <source>LeakyReLU</source>
            <translation>LeakyReLU 激活函数</translation>
        </message>
        <message>
            <source>Learning rates that fall</source>
            <translation>递减的学习率</translation>
        </message>
        <message>
            <source>Learning rates that fall to 0 over 2 000 steps leave half the error of rates that stay.</source>
            <translation>学习率在 2 000 步内降到 0，误差只有学习率不变时的一半。</translation>
        </message>
        <message>
            <source>Least squares in place of logarithms: all eight modes, without a slip.</source>
            <translation>用最小二乘代替对数：八个模式齐全，一个不漏。</translation>
        </message>
        <message>
            <source>Look at the arrows: evenly spaced z gather under the bumps and jump over the gaps. A continuous G cannot leave a gap wholly empty, and D sees it: it stays low there.</source>
            <translation>看箭头：等间隔的 z 聚集在峰下，跳过空隙。连续的 G 不能让空隙完全空着，D 也看得出来：它在那里一直很低。</translation>
        </message>
        <message>
            <source>Look at the mode history: a bright spot that steps from mode to mode, once round the ring in about 100 steps. D never has to remember the modes that G has left, so G never has to cover them. Most samples miss even the mode that they chase.</source>
            <translation>看模式历史：一个亮点从一个模式走到下一个，大约 100 步绕环一圈。D 不必记住 G 已离开的模式，所以 G 也不必覆盖它们。多数样本连它们追逐的那个模式也没有命中。</translation>
        </message>
        <message>
            <source>MAD-GAN's five modes</source>
            <translation>MAD-GAN 的五个模式</translation>
        </message>
        <message>
            <source>Minibatch discrimination</source>
            <translation>小批量判别</translation>
        </message>
        <message>
            <source>Mixed, D learns on one minibatch of both kinds, normed together, but G asks it about samples alone, normed alone: it is answered by another function than the one that learned. Apart, both ask the same one. It is a remedy for an ill that batch norm brings along: normed apart, D is blind to where the data lie and how large they are, and a D without it is far ahead of both.</source>
            <translation>混合时，D 在两类样本合成的一个小批量上学习，一起归一化；而 G 问它时只有样本，单独归一化：回答 G 的函数不是学习时的那个函数。分开时，双方面对的是同一个函数。这是治批归一化自己带来的毛病：分开归一化，D 看不到数据在哪里、有多大；没有批归一化的 D 远比两者都好。</translation>
        </message>
        <message>
            <source>Mixture on the line</source>
            <translation>直线上的混合分布</translation>
        </message>
        <message>
            <source>Mode collapse on the grid</source>
            <translation>网格上的模式崩塌</translation>
        </message>
        <message>
            <source>Mode collapse on the ring</source>
            <translation>环上的模式崩塌</translation>
        </message>
        <message>
            <source>Moment matching on the moons</source>
            <translation>双月上的矩匹配</translation>
        </message>
        <message>
            <source>Nine runs that differ only in their seed: some find both moons, some only one.</source>
            <translation>九个运行只有种子不同：有的找到两个月牙，有的只找到一个。</translation>
        </message>
        <message>
            <source>Nine seeds</source>
            <translation>九个种子</translation>
        </message>
        <message>
            <source>No point is real by itself: D says how much more real it is than the average point of the other side, so that the contours have no zero of their own. In this set-up it is as good as the hinge loss, neither faster nor safer.</source>
            <translation>没有哪个点本身就是真的：D 说的是它比对方的平均点真多少，所以等高线没有自己的零点。在这个设置下，它与合页损失一样好，既不更快，也不更稳。</translation>
        </message>
        <message>
            <source>Nothing but spectral norm holds this Wasserstein critic: eight modes after 500 steps.</source>
            <translation>这个 Wasserstein 评论器只靠谱归一化约束：500 步后八个模式齐全。</translation>
        </message>
        <message>
            <source>Of twenty-five modes the generator holds one or two, and wanders over the grid.</source>
            <translation>二十五个模式中，生成器只占一两个，并在网格上游走。</translation>
        </message>
        <message>
            <source>One Gaussian for two modes: KL covers them both, reverse KL sits on one of them.</source>
            <translation>一个高斯分布对两个模式：KL 把两个都盖住，反向 KL 只待在其中一个上。</translation>
        </message>
        <message>
            <source>One Gaussian is torn into three bumps: G becomes a staircase, steep between the modes.</source>
            <translation>一个高斯分布被撕成三个峰：G 变成阶梯，在模式之间很陡。</translation>
        </message>
        <message>
            <source>One cloud of noise is parted into two moons, which stay tied by a thin thread.</source>
            <translation>一团噪声被分成两个月牙，中间仍连着一根细丝。</translation>
        </message>
        <message>
            <source>One label in ten is wrong, and the minimax loss, which stands still without, arrives.</source>
            <translation>十个标签中有一个是错的：没有它就停着不动的极小极大损失，现在到达了。</translation>
        </message>
        <message>
            <source>One run of a GAN is an anecdote. Look at the small pictures side by side, and at the band around the median in the charts: its upper edge is made of the seeds that went astray. Some of them come home later.</source>
            <translation>GAN 的单个运行只是个例。并排看这些小图，再看曲线图中位数周围的带子：上边缘是走偏的种子。其中有些后来又回来了。</translation>
        </message>
        <message>
            <source>PacGAN on the ring</source>
            <translation>环上的 PacGAN</translation>
        </message>
        <message>
            <source>PacGAN2 on the ring (2018)</source>
            <translation>环上的 PacGAN2（2018）</translation>
        </message>
        <message>
            <source>Parallel segments</source>
            <translation>平行线段</translation>
        </message>
        <message>
            <source>Pinwheel</source>
            <translation>风车</translation>
        </message>
        <message>
            <source>Published (VEEGAN, table 1, GAN on the grid, 5 runs): 3.3 of 25 modes, 0.5 % high quality. Here after 1 000 of the 100 000 steps of the authors' notebook, 16 seeds: 0 to 6 modes, median 2, mean 1.75; 0 to 6.6 % high quality, median 1.0 %. A perfect generator would read 25 and 98.9 %.</source>
            <translation>已发表的结果（VEEGAN，表 1，网格上的 GAN，5 个运行）：25 个模式中的 3.3 个，高质量 0.5 %。这里：作者的 notebook 共 100 000 步，只走其中 1 000 步，16 个种子：0 到 6 个模式，中位数 2，均值 1.75；高质量 0 到 6.6 %，中位数 1.0 %。完美生成器是 25 个和 98.9 %。</translation>
        </message>
        <message>
            <source>Published (VEEGAN, table 1, the row of the unrolled GAN, ring of radius 1 and std 0.01, which is this one at half size): 7.6 of 8 modes, 35.6 % high quality; the paper itself shows pictures. Here after 1 000 of the 25 000 steps of a co-author's notebook, 4 seeds: 8, 8, 8 and 8 modes, 6 to 14 % high quality, median 7.4 %. A perfect generator would read 98.9 %.</source>
            <translation>已发表的结果（VEEGAN，表 1，展开 GAN 一行，环的半径 1、std 0.01，即本环缩小一半）：8 个模式中的 7.6 个，高质量 35.6 %；原论文只给出图像。这里：合作者的 notebook 共 25 000 步，只走其中 1 000 步，4 个种子：8、8、8 和 8 个模式，高质量 6 到 14 %，中位数 7.4 %。完美生成器是 98.9 %。</translation>
        </message>
        <message>
            <source>Published (table 1, mean of 10 runs after 400 000 iterations): 7.9 of 8 modes, 95.6 % high quality; without packing 6.3 modes, 98.2 %. Here after 4 000, a hundredth of that, 2 seeds: 7 and 8 modes, 49 and 50 % high quality, and still rising (seed 0, trained once more alone: 3 % at step 2 000, 52 % at 4 000). A perfect generator would read 98.9 %.</source>
            <translation>已发表的结果（表 1，400 000 次迭代后 10 个运行的均值）：8 个模式中的 7.9 个，高质量 95.6 %；不打包时 6.3 个模式，98.2 %。这里走 4 000 步，即其百分之一，2 个种子：7 和 8 个模式，高质量 49 和 50 %，还在上升（种子 0 单独再训练一次：第 2 000 步 3 %，第 4 000 步 52 %）。完美生成器是 98.9 %。</translation>
        </message>
        <message>
            <source>Published: pictures of the critic's contours after 100 000 iterations, no numbers. Here after 150, 2 seeds: samples in all eight directions alike (reverse KL 0.01 and 0.02), 0.8 and 0.5 % of them high quality, which is chance; a single run of 600 steps: 0.3 %. A perfect generator would read 98.9 %.</source>
            <translation>已发表的结果：100 000 次迭代后评论器等高线的图像，没有数字。这里走 150 步，2 个种子：八个方向上的样本一样多（反向 KL 为 0.01 和 0.02），其中 0.8 和 0.5 % 是高质量的，纯属偶然；一个 600 步的单独运行：0.3 %。完美生成器是 98.9 %。</translation>
        </message>
        <message>
            <source>R1 on the ring</source>
            <translation>环上的 R1</translation>
        </message>
        <message>
            <source>Relativistic GAN on the ring</source>
            <translation>环上的相对论 GAN</translation>
        </message>
        <message>
            <source>Ring of eight modes</source>
            <translation>八个模式的环</translation>
        </message>
        <message>
            <source>SGD for D, Adam for G</source>
            <translation>D 用 SGD，G 用 Adam</translation>
        </message>
        <message>
            <source>Saturating and non-saturating</source>
            <translation>饱和与非饱和</translation>
        </message>
        <message>
            <source>Scaled data and tanh</source>
            <translation>缩放数据与 tanh</translation>
        </message>
        <message>
            <source>Separate minibatches</source>
            <translation>分开的小批量</translation>
        </message>
        <message>
            <source>Simultaneous steps spiral out</source>
            <translation>同时更新，螺旋发散</translation>
        </message>
        <message>
            <source>Smoothing bounds what D says of data: D* = 0.9 p / (p + p_g). Against a frozen G its loss stays above H(0.1) = 0.33 instead of falling to 0. While G learns, D is seldom that sure, and W₁ after 1 000 steps is 0.34 with and 0.35 without. It is one-sided: of samples D may be as sure as ever, so it cannot mend a vanished gradient, as label noise does.</source>
            <translation>平滑限制 D 对数据的回答：D* = 0.9 p / (p + p_g)。面对冻结的 G，D 的损失停在 H(0.1) = 0.33 以上，而不降到 0。G 还在学时，D 很少有那么大的把握；1 000 步后，W₁ 有平滑为 0.34，没有为 0.35。它是单侧的：对样本，D 仍可以有十足的把握，所以它不能像标签噪声那样治好消失的梯度。</translation>
        </message>
        <message>
            <source>Spectral normalisation</source>
            <translation>谱归一化</translation>
        </message>
        <message>
            <source>Swiss roll</source>
            <translation>瑞士卷</translation>
        </message>
        <message>
            <source>The 2014 paper's picture in 1-D: D leans, p_g follows, and both end flat on each other.</source>
            <translation>2014 年论文的一维图：D 倾斜，p_g 跟上，最后两者重合，D 变平。</translation>
        </message>
        <message>
            <source>The Gaussian noise is in one piece and G is continuous, so its image is in one piece too: look for the thread between the moons, and for D's low ground under it.</source>
            <translation>高斯噪声是连成一片的，G 又是连续的，所以它的像也连成一片：找找两个月牙之间的细丝，以及细丝下 D 的低谷。</translation>
        </message>
        <message>
            <source>The Helvetica scenario</source>
            <translation>Helvetica 情形</translation>
        </message>
        <message>
            <source>The adversarial weight</source>
            <translation>对抗权重</translation>
        </message>
        <message>
            <source>The arms touch in the centre, so G need not tear the plane, only fold it: an easier task than a ring of points.</source>
            <translation>各臂在中心相接，所以 G 不必撕开平面，只需折叠：这比一圈分开的点容易。</translation>
        </message>
        <message>
            <source>The averaged generator stands still near the data while the raw one trembles around them.</source>
            <translation>平均后的生成器静静停在数据附近，原始的生成器则在周围颤动。</translation>
        </message>
        <message>
            <source>The critic pulls the cloud apart into a grid as a sheet is pulled over a bed of nails. Threads between the modes remain: a continuous generator of limited slope cannot tear the sheet.</source>
            <translation>评论器把样本云拉成网格，就像把一块布蒙在钉板上。模式之间仍有细丝：斜率有限的连续生成器撕不开这块布。</translation>
        </message>
        <message>
            <source>The cure is seen, the published quality is not reached at this length. G's loss and first weights are not quite the paper's; the comments in the file say where.</source>
            <translation>办法确实有效，但在这个步数下没有达到已发表的质量。G 的损失和初始权重与论文不完全相同；文件中的注释说明了不同之处。</translation>
        </message>
        <message>
            <source>The data are similar to GAN Lab's, not the same. Eight units a layer and SGD learn slowly and stop early: after 3 000 steps most seeds hold two modes of three.</source>
            <translation>数据与 GAN Lab 的相似，但不相同。每层八个单元加上 SGD，学得慢，停得早：3 000 步后，多数种子只掌握三个模式中的两个。</translation>
        </message>
        <message>
            <source>The data is a segment at x = 3, the samples start around 0, and D tells them apart without fail. The slope of log(1 − D) is D's own doubt, which is nil: G's gradient has a norm below 0.0001 after 200 steps, and nothing has moved. The slope of −log D is D's certainty: a norm of about 0.4, ten thousand times as much, and the samples have arrived.</source>
            <translation>数据是 x = 3 处的线段，样本从 0 附近开始，D 无误地区分两者。log(1 − D) 的斜率就是 D 自己的怀疑，而 D 毫无怀疑：200 步后，G 的梯度范数低于 0.0001，一切都没有动。−log D 的斜率则是 D 的把握：范数约为 0.4，是前者的一万倍，样本已经到达。</translation>
        </message>
        <message>
            <source>The data of ring-collapse and ring-wgan-clip. The penalty asks for slope 1 between data and samples, so every sample is led uphill on the critic, at the same pace however far it is. About half of the samples end within three standard deviations; a perfect generator would read 98.9 %.</source>
            <translation>数据与 ring-collapse 和 ring-wgan-clip 相同。惩罚要求数据与样本之间的斜率为 1，因此每个样本都沿评论器的上坡方向走，无论多远，速度都一样。大约一半的样本最终在三个标准差以内；完美生成器是 98.9 %。</translation>
        </message>
        <message>
            <source>The eigenvalues are ±½ i: to first order nothing pulls inwards, and what does is of the third order. A hundred times nearer takes ten thousand times as long.</source>
            <translation>特征值为 ±½ i：在一阶上没有向内的拉力，真正起作用的是三阶项。距离要缩小到百分之一，时间就要一万倍。</translation>
        </message>
        <message>
            <source>The eigenvalues move left, to −λ/2 ± √(λ²/4 − ¼): with λ = ½ each turn is nearly forty times smaller than the one before. At λ = 1 the turning ends; a larger λ only makes θ slower.</source>
            <translation>特征值左移到 −λ/2 ± √(λ²/4 − ¼)：λ = ½ 时，每转一圈，半径缩小到将近四十分之一。λ = 1 时不再转圈；λ 再大，只会让 θ 更慢。</translation>
        </message>
        <message>
            <source>The field becomes v − γ∇½‖v‖²: its eigenvalues move from ±½ i to −γ/4 ± ½ i, and simultaneous steps converge.</source>
            <translation>向量场变为 v − γ∇½‖v‖²：特征值从 ±½ i 移到 −γ/4 ± ½ i，同时更新也就收敛了。</translation>
        </message>
        <message>
            <source>The field is a rotation: its eigenvalues are ±½ i, and the flow itself goes round in exact circles. But a step along the tangent ends outside the circle: near the centre each step of size h multiplies the radius by √(1 + h²/4).</source>
            <translation>向量场是一个旋转：特征值为 ±½ i，流本身沿精确的圆转动。但沿切线走一步就落到圆外：在中心附近，每走一步大小为 h 的步子，半径就乘以 √(1 + h²/4)。</translation>
        </message>
        <message>
            <source>The field is the plain rotation (ψ, −θ), eigenvalues ±i everywhere: each step of size h multiplies the radius by √(1 + h²), near and far alike.</source>
            <translation>向量场就是旋转 (ψ, −θ)，特征值处处为 ±i：每走一步大小为 h 的步子，半径就乘以 √(1 + h²)，远近都一样。</translation>
        </message>
        <message>
            <source>The first WGAN: weights clipped to [−c, c], and samples that spread without collapse.</source>
            <translation>最初的 WGAN：权重裁剪到 [−c, c]，样本散开而不崩塌。</translation>
        </message>
        <message>
            <source>The generator is one straight line and slides over to the data under the critic's even slope. Until it arrives, JS, which the ordinary loss follows, does not change at all; W₁ falls from the first step.</source>
            <translation>生成器是一条直线，在评论器均匀的斜率下滑向数据。到达之前，普通损失所依据的 JS 完全不变；W₁ 则从第一步起就下降。</translation>
        </message>
        <message>
            <source>The gradient penalty in place of the clip: all eight modes, and sharper ones.</source>
            <translation>用梯度惩罚代替裁剪：八个模式齐全，而且更清晰。</translation>
        </message>
        <message>
            <source>The ground shows D's reconstruction error, lifted to the margin m where samples are and nowhere higher. All 25 modes have samples in 12 of 16 seeds after 1 000 steps, and 21 or more in the others. The picture is soft all the same: about 12 % of the samples are of high quality, where an even sheet over the square, which this comes close to, would have 7 %. The pulling-away term changes nothing here, since nothing has collapsed.</source>
            <translation>底图是 D 的重构误差：在有样本的地方被抬高到间隔 m，不会更高。1 000 步后，16 个种子中有 12 个，全部 25 个模式上都有样本，其余种子有 21 个以上。但图像仍然柔和：大约 12 % 的样本是高质量的；若把样本均匀铺满整个正方形（这里的结果与此相近），则为 7 %。推开项在这里不起作用，因为并没有发生崩塌。</translation>
        </message>
        <message>
            <source>The means 10, 20, 60, 80 and 110 are divided by 20. The first two nearly touch; the last is narrow and far away.</source>
            <translation>均值 10、20、60、80 和 110 都除以 20。前两个几乎相接；最后一个又窄又远。</translation>
        </message>
        <message>
            <source>The mode history shows the walk; reverse KL stays near ln 25 = 3.22, its value when one mode has taken all. The losses look quiet all the time: neither of them knows about modes.</source>
            <translation>模式历史显示它的游走；反向 KL 停在 ln 25 = 3.22 附近，即一个模式占了全部时的值。损失始终显得平静：两个损失都不知道模式的存在。</translation>
        </message>
        <message>
            <source>The penalty asks D for slope 1 even where there is nothing left to tell: no run rests.</source>
            <translation>即使已经没有可分辨的东西，惩罚仍要求 D 的斜率为 1：没有一个运行停下来。</translation>
        </message>
        <message>
            <source>The players circle around their equilibrium; the middle of a circle is nearer to it than any point on it. After 2 000 steps JS is about 0.23 for the average and 0.40 for the raw weights. W₁, which counts large errors and not tremor, is nearly the same for both. The average is never trained and changes nothing in the game.</source>
            <translation>双方绕着平衡点转圈；圆心比圆上任何一点都更接近平衡点。2 000 步后，平均权重的 JS 约为 0.23，原始权重约为 0.40。W₁ 计较的是大的误差而不是颤动，两者几乎相同。平均后的权重从不参与训练，也不改变博弈。</translation>
        </message>
        <message>
            <source>The players go on circling for as long as their steps are large. Watch the samples tremble at first and come to rest at the end: JS is about 0.21 at step 2 000, against 0.40 at constant rates, and the share of samples within three standard deviations 62 % against 44 %. At step 1 000, half way, there is little to choose.</source>
            <translation>只要步子大，双方就一直绕圈。看样本起初颤动，最后停下来：第 2 000 步的 JS 约为 0.21，学习率不变则为 0.40；三个标准差以内的样本比例是 62 %，对 44 %。到第 1 000 步，即一半时，两者相差不大。</translation>
        </message>
        <message>
            <source>The same D, the same start: log(1 − D) stands still where −log D sets out.</source>
            <translation>同样的 D，同样的起点：log(1 − D) 停着不动，−log D 却动身了。</translation>
        </message>
        <message>
            <source>The same picture, not a replication: a hundredth of the length, and with settings that its authors may not have used. PacGAN's authors report 17.3 modes for a plain GAN on this grid, with other networks and four times as long: no number is the GAN's.</source>
            <translation>图景相同，但不是复现：步数只有百分之一，设置也可能与作者用的不同。PacGAN 的作者报告普通 GAN 在这个网格上达到 17.3 个模式，用的是别的网络，步数是四倍：没有哪个数能代表“这个 GAN”。</translation>
        </message>
        <message>
            <source>The samples find the board's outline at once and then cut out the empty cells one by one, rounding every corner. The JS curve falls quickly and then lies flat: what is left needs a sharper D.</source>
            <translation>样本很快找到棋盘的外形，然后逐个挖出空格，每个角都是圆的。JS 曲线先快速下降，然后变平：剩下的需要更锐利的 D。</translation>
        </message>
        <message>
            <source>The segments do not touch: JS reads ln 2 all the way, W₁ says how far there is to go.</source>
            <translation>两条线段不相接：JS 一路都是 ln 2，W₁ 则说明还有多远。</translation>
        </message>
        <message>
            <source>The set-up is the published one but for the shape of the first weights. The result is not replicated: a step costs a quarter of a second on one core, 100 000 of them seven hours. The preset ring-wgan-gp, with smaller networks and ten times the learning rate, shows in 1 000 steps where this leads.</source>
            <translation>除了初始权重的分布形状，设置与已发表的相同。结果没有复现：在一个核上，一步要四分之一秒，100 000 步要七个小时。预设 ring-wgan-gp 的网络更小，学习率是十倍，1 000 步就显示出结果会走向哪里。</translation>
        </message>
        <message>
            <source>The set-up is the published one but for what the file's comments name: how batch norm sees a pack, fresh data, noise drawn apart. The result is not replicated: nobody here has run the other 99 %, nor compared with a pack of 1.</source>
            <translation>除了文件注释中写明的几处（批归一化如何看待一包样本、数据每次新抽、噪声分别抽取），设置与已发表的相同。结果没有复现：这里没有人跑完其余的 99 %，也没有与打包数 1 比较。</translation>
        </message>
        <message>
            <source>The set-up that collapses no longer does: G looks five steps of D ahead.</source>
            <translation>会崩塌的设置，却没有崩塌：G 向前看 D 的五步。</translation>
        </message>
        <message>
            <source>The tiny networks, plain SGD and two D steps of GAN Lab, on a mixture of three.</source>
            <translation>GAN Lab 的小网络、普通 SGD 和两个 D 步，学习三个分量的混合分布。</translation>
        </message>
        <message>
            <source>The vanishing gradient</source>
            <translation>梯度消失</translation>
        </message>
        <message>
            <source>The walls at ±c catch every run, and let it go onto the same orbit: it never rests.</source>
            <translation>±c 处的墙拦住每个运行，再把它们放到同一条轨道上：永不停歇。</translation>
        </message>
        <message>
            <source>There are no modes to count here; W₁ and JS tell how far it is. The image of the noise grid shows the plane being folded along the curve.</source>
            <translation>这里没有模式可数；W₁ 和 JS 说明还差多远。噪声网格的像显示平面如何沿曲线折叠。</translation>
        </message>
        <message>
            <source>There is no game, only a loss that falls: MMD² with Gaussian kernels of five widths. The wide ones pull the cloud to the data, the narrow ones sharpen it. The ground shows the witness, what D would be if it were a kernel. It works where the plane is small; in many dimensions a kernel sees too little.</source>
            <translation>这里没有博弈，只有一个不断下降的损失：五种带宽的高斯核的 MMD²。宽的核把样本云拉向数据，窄的核使它清晰。底图是见证函数，即 D 若是一个核函数时的样子。在小小的平面上它管用；维数一高，核函数看到的就太少。</translation>
        </message>
        <message>
            <source>Told which mode to make, G makes just that one: every colour sits on its own mode.</source>
            <translation>告诉 G 生成哪个模式，它就只生成那一个：每种颜色各在自己的模式上。</translation>
        </message>
        <message>
            <source>Towards ψ = ±1 the field is drawn, and there θ moves on at full speed, past the data. All runs end on one closed orbit around the equilibrium, at which the field jumps and has no eigenvalues.</source>
            <translation>向量场把 ψ 拉向 ±1，而在那里 θ 全速前进，越过数据。所有运行最终都到同一条环绕平衡点的闭合轨道上；向量场在平衡点处有跳跃，没有特征值。</translation>
        </message>
        <message>
            <source>Try: "D learns until" 0 while it runs: D moves on, and the point opens again · 150 in its place · G steps 5 · the minimax loss.</source>
            <translation>试试：运行中把“D 学到第几步”设为 0：D 继续移动，点又张开 · 改为 150 · G 步数 5 · 极小极大损失。</translation>
        </message>
        <message>
            <source>Try: 1 generator · 2, 3 or 8 generators · scale 1 (the paper's own units) · the minimax loss · 32 units in both layers of G (each then covers more).</source>
            <translation>试试：1 个生成器 · 2、3 或 8 个生成器 · 尺度 1（论文自己的单位）· 极小极大损失 · G 的两层各 32 个单元（每个生成器就占得更多）。</translation>
        </message>
        <message>
            <source>Try: 128 units in every layer · maxout in the discriminator · 2 cells a side · the gradient penalty with the Wasserstein loss.</source>
            <translation>试试：每层 128 个单元 · 判别器用 maxout · 每边 2 格 · Wasserstein 损失加梯度惩罚。</translation>
        </message>
        <message>
            <source>Try: Adam at 1e-3 for both · 32 units a layer · 9 runs.</source>
            <translation>试试：双方都用 Adam，学习率 1e-3 · 每层 32 个单元 · 9 个运行。</translation>
        </message>
        <message>
            <source>Try: Adam for D at 1e-3 with β₁ 0.5, then 0.9 · D learning rates of 0.01 and 0.3.</source>
            <translation>试试：D 用 Adam，学习率 1e-3，β₁ 先 0.5 再 0.9 · D 的学习率 0.01 和 0.3。</translation>
        </message>
        <message>
            <source>Try: Batch 128 with batch norm in G · Norm "instance", the same without gains · noise dimension 2: the samples lie on a closed line · D's Norm "layer".</source>
            <translation>试试：批大小 128，G 用批归一化 · 归一化“实例”，与层归一化相同但没有增益 · 噪声维数 2：样本落在一条闭合曲线上 · D 的归一化“层”。</translation>
        </message>
        <message>
            <source>Try: D's Norm "none" (a new run) · the loss "hinge", for which it was made: there D needs no such hold on this ring, and learns faster without · the preset ring-wgan-gp.</source>
            <translation>试试：D 的归一化设为“无”（新的运行）· 损失“合页”（hinge），它原本就是为此设计的：在这个环上，D 用它不需要这种约束，不用反而学得更快 · 预设 ring-wgan-gp。</translation>
        </message>
        <message>
            <source>Try: G's Norm "none" (a new run): one point that hops from mode to mode · Initial weights "he", where batch norm is hardly missed · D's Norm "batch" as well.</source>
            <translation>试试：G 的归一化设为“无”（新的运行）：一个点在模式之间跳来跳去 · 初始权重“He”，这时几乎不需要批归一化 · D 的归一化也设为“批”。</translation>
        </message>
        <message>
            <source>Try: History of fakes 0 (a new run) · 1 000, some 30 steps, too short a memory · a D learning rate of 2e-3, the other cure.</source>
            <translation>试试：旧样本库 0（新的运行）· 1 000，只有约 30 步，记忆太短 · D 的学习率 2e-3，另一种办法。</translation>
        </message>
        <message>
            <source>Try: K = 0 while it runs · K = 1 and K = 10 · G steps 2 · the preset pacgan-ring, another cure.</source>
            <translation>试试：运行中设 K = 0 · K = 1 和 K = 10 · G 步数 2 · 预设 pacgan-ring，另一种办法。</translation>
        </message>
        <message>
            <source>Try: K = 0 while it runs, or the preset ring-collapse: nothing else differs · K = 1 · K = 10.</source>
            <translation>试试：运行中设 K = 0，或打开预设 ring-collapse：其他完全相同 · K = 1 · K = 10。</translation>
        </message>
        <message>
            <source>Try: Minibatch features 0 (a new run): collapse · 8: a little sooner, for nearly twice the work · a D learning rate of 1e-3.</source>
            <translation>试试：小批量特征 0（新的运行）：崩塌 · 8：稍快一些，计算量却几乎加倍 · D 的学习率 1e-3。</translation>
        </message>
        <message>
            <source>Try: Minibatches "mixed" while it runs: the samples lose their shape again · D's Norm "none" or "layer" (a new run).</source>
            <translation>试试：运行中把小批量设为“混合”：样本又失去形状 · D 的归一化设为“无”或“层”（新的运行）。</translation>
        </message>
        <message>
            <source>Try: Noise "uniform" (a new run) and look at the outline of the samples · a G without hidden layers, where a uniform z leaves a plain parallelogram · a ring of modes, where the two are much alike.</source>
            <translation>试试：噪声设为“均匀分布”（新的运行），看样本的轮廓 · 没有隐藏层的 G，均匀分布的 z 只能得到平行四边形 · 模式排成环的数据，在那里两者差别不大。</translation>
        </message>
        <message>
            <source>Try: RMSProp for both players while it runs (most seeds recover) · momentum with a learning rate of 0.05, against SGD with 0.5: the same mean step · β₁ = 0 from the start (as good as RMSProp).</source>
            <translation>试试：运行中双方改用 RMSProp（多数种子会恢复）· 动量配学习率 0.05，与 SGD 配 0.5 对比：平均步长相同 · 一开始就用 β₁ = 0（与 RMSProp 一样好）。</translation>
        </message>
        <message>
            <source>Try: ReLU in G alone, then in D alone (a new run each) · 16 units a layer · learning rates of 5e-3, where the difference is gone.</source>
            <translation>试试：只在 G 中用 ReLU，再只在 D 中用（各为新的运行）· 每层 16 个单元 · 学习率 5e-3，这时没有差别。</translation>
        </message>
        <message>
            <source>Try: Scale data to "none" (a new run) · Output "linear" with scaling: one step of G then moves its samples four times as far, and many seeds are late.</source>
            <translation>试试：“数据缩放到”设为“无”（新的运行）· 缩放加“线性”输出：这时 G 走一步，样本移动的距离是原来的四倍，许多种子要晚得多。</translation>
        </message>
        <message>
            <source>Try: Schedule "constant" for both players · "cosine" · an average of G's weights (EMA) of 0.99, which does as much without falling rates.</source>
            <translation>试试：双方的学习率计划都设为“不变” · “余弦” · G 权重的滑动平均（EMA）0.99，不降学习率也有同样的效果。</translation>
        </message>
        <message>
            <source>Try: a = −1, b = 1, c = 0 while it runs · the non-saturating loss · both learning rates 0.01 · the Pearson divergence of an f-GAN.</source>
            <translation>试试：运行中设 a = −1、b = 1、c = 0 · 非饱和损失 · 双方学习率 0.01 · f-GAN 的 Pearson 散度。</translation>
        </message>
        <message>
            <source>Try: a D learning rate of 1e-3 while it runs (most of the grid fills) · k = 5 · noise dimension 2 (no cure) · the preset grid-wgan-gp.</source>
            <translation>试试：运行中把 D 的学习率设为 1e-3（网格大部分被填上）· k = 5 · 噪声维数 2（不能解决）· 预设 grid-wgan-gp。</translation>
        </message>
        <message>
            <source>Try: a D learning rate of 1e-3 · k = 5 · the gradient penalty · noise dimension 2 · the presets ring-wgan-gp and r1-ring.</source>
            <translation>试试：D 的学习率 1e-3 · k = 5 · 梯度惩罚 · 噪声维数 2 · 预设 ring-wgan-gp 和 r1-ring。</translation>
        </message>
        <message>
            <source>Try: a G learning rate of 2e-3 with 5e-4 for D · both 1e-3 · D 4e-3 and G 2.5e-4.</source>
            <translation>试试：G 的学习率 2e-3，D 用 5e-4 · 双方都用 1e-3 · D 4e-3，G 2.5e-4。</translation>
        </message>
        <message>
            <source>Try: a decay of 0.998: calmer, but it lags, and at step 1 000 it is behind the raw weights · learning rates of 1e-3, where there is less to calm · the preset trick-schedules.</source>
            <translation>试试：衰减率 0.998：更平静，但滞后，在第 1 000 步还不如原始权重 · 学习率 1e-3，这时没有多少颤动需要平息 · 预设 trick-schedules。</translation>
        </message>
        <message>
            <source>Try: both learning rates 1e-3 · D's λ penalty 10 · the preset ring-wgan-gp.</source>
            <translation>试试：双方学习率 1e-3 · D 的惩罚权重 λ = 10 · 预设 ring-wgan-gp。</translation>
        </message>
        <message>
            <source>Try: c = 0.01 while it runs, then 1 · k = 1 · Adam (see wgan-momentum) · c = 0 with the gradient penalty, λ = 0.1.</source>
            <translation>试试：运行中把 c 设为 0.01，再设为 1 · k = 1 · Adam（见 wgan-momentum）· c = 0，改用梯度惩罚，λ = 0.1。</translation>
        </message>
        <message>
            <source>Try: c clip 0.3 while it runs · order simultaneous: it is caught again and again · the penalty R1 in its place.</source>
            <translation>试试：运行中把裁剪 c 设为 0.3 · 顺序改为同时：一次又一次被拦住 · 改用 R1 惩罚。</translation>
        </message>
        <message>
            <source>Try: conditional off (rebuilds the networks) · standard deviation 0.02 · 8 units a layer · noise dimension 1.</source>
            <translation>试试：关闭“条件”（会重建网络）· 标准差 0.02 · 每层 8 个单元 · 噪声维数 1。</translation>
        </message>
        <message>
            <source>Try: consensus off while it runs: outwards again · γ = 5 · γ = 0.02, too little to hold against the steps.</source>
            <translation>试试：运行中关闭共识：又向外转 · γ = 5 · γ = 0.02，太小，抵不过步长的影响。</translation>
        </message>
        <message>
            <source>Try: dropout 0 while it runs: the samples draw together within some hundred steps · 0.2: a smaller loss.</source>
            <translation>试试：运行中把 dropout 设为 0：样本在几百步内聚拢 · 0.2：损失较小。</translation>
        </message>
        <message>
            <source>Try: g₀ = 0 while it runs: everything spirals in · λ penalty 1: all get stuck at θ = ±2, off the data · the penalty Lipschitz.</source>
            <translation>试试：运行中设 g₀ = 0：全部螺旋向内 · 惩罚权重 λ = 1：都卡在 θ = ±2，不在数据上 · Lipschitz 惩罚。</translation>
        </message>
        <message>
            <source>Try: heaviest : lightest 100 · batch 1024 · the Wasserstein loss, k = 5, and the gradient penalty with λ = 0.1.</source>
            <translation>试试：最重 : 最轻 100 · 批大小 1024 · Wasserstein 损失、k = 5、梯度惩罚 λ = 0.1。</translation>
        </message>
        <message>
            <source>Try: instance noise 0 from the start · "Noise decays in" 100: too soon, G has not arrived · the non-saturating loss without noise · the panel JS versus Wasserstein.</source>
            <translation>试试：一开始就把实例噪声设为 0 · “噪声衰减步数”100：太早，G 还没有到 · 非饱和损失，无噪声 · 面板“JS 与 Wasserstein 对比”。</translation>
        </message>
        <message>
            <source>Try: instance noise 0.3 and 3 while it runs · off: it goes on turning where it is · 16 samples a batch: it trembles more.</source>
            <translation>试试：运行中把实例噪声设为 0.3，再设为 3 · 关闭：在原来的圆上继续转 · 每批 16 个样本：颤动更大。</translation>
        </message>
        <message>
            <source>Try: label noise 0 from the start · 0.01, then 0.3 · label smoothing in its place, which does not help here: it is one-sided.</source>
            <translation>试试：一开始就把标签噪声设为 0 · 先 0.01，再 0.3 · 换成标签平滑，在这里没有用：它是单侧的。</translation>
        </message>
        <message>
            <source>Try: label smoothing 0.3 and 0 while it runs · G steps 0 and a look at D's loss · the preset trick-label-noise.</source>
            <translation>试试：运行中把标签平滑设为 0.3，再设为 0 · G 步数 0，看 D 的损失 · 预设 trick-label-noise。</translation>
        </message>
        <message>
            <source>Try: margin 1 (D lifts longer, and some modes are lost) · pulling away 0.1 · hidden layers 64, 64 for D · 9 runs.</source>
            <translation>试试：间隔 m = 1（D 抬得更久，会丢失一些模式）· 推开项 0.1 · D 的隐藏层 64, 64 · 9 个运行。</translation>
        </message>
        <message>
            <source>Try: means of your own · smaller standard deviations · noise dimension 2 (p_g then is a kernel estimate) · the minimax loss · a D learning rate of 5e-4 (too slow a D: the samples slosh from side to side).</source>
            <translation>试试：自己设定均值 · 更小的标准差 · 噪声维数 2（这时 p_g 是核密度估计）· 极小极大损失 · D 的学习率 5e-4（D 太慢：样本左右晃动）。</translation>
        </message>
        <message>
            <source>Try: one bandwidth of 2 (the rough shape only) · one bandwidth of 0.05 (no pull from afar) · batch 64 · batch 1024.</source>
            <translation>试试：只用带宽 2（只有粗略的形状）· 只用带宽 0.05（远处没有拉力）· 批大小 64 · 批大小 1024。</translation>
        </message>
        <message>
            <source>Try: order alternating while it runs: the circle stays · penalty R1 with λ = 1: the circle closes · a larger learning rate.</source>
            <translation>试试：运行中把顺序改为交替：圆保持不变 · R1 惩罚，λ = 1：圆逐渐收拢 · 更大的学习率。</translation>
        </message>
        <message>
            <source>Try: order alternating while it runs: the runs stay where they are · a smaller learning rate: slower, and still outwards · the penalty R1 with λ = 0.5 · the layer "flow".</source>
            <translation>试试：运行中把顺序改为交替：各个运行停留在原来的圆上 · 更小的学习率：更慢，但仍然向外 · R1 惩罚，λ = 0.5 · 图层“流”。</translation>
        </message>
        <message>
            <source>Try: order alternating: circles · c clip 0.5 while it runs · the penalty gradient (presets dirac-wgan-clip, dirac-wgan-gp).</source>
            <translation>试试：顺序改为交替：圆 · 运行中把裁剪 c 设为 0.5 · 梯度惩罚（预设 dirac-wgan-clip、dirac-wgan-gp）。</translation>
        </message>
        <message>
            <source>Try: order simultaneous while it runs: the circles open · the loss non-saturating: it creeps in · the penalty R1.</source>
            <translation>试试：运行中把顺序改为同时：圆张开 · 非饱和损失：缓慢向内 · R1 惩罚。</translation>
        </message>
        <message>
            <source>Try: pack 1 (collapses in all seeds) · pack 4 (no better than 2) · standard deviation 0.05 · the preset unrolled-ring, another cure.</source>
            <translation>试试：打包数 1（所有种子都崩塌）· 打包数 4（不比 2 好）· 标准差 0.05 · 预设 unrolled-ring，另一种办法。</translation>
        </message>
        <message>
            <source>Try: pack 1, 3 or 4 · alternating order.</source>
            <translation>试试：打包数 1、3 或 4 · 交替更新。</translation>
        </message>
        <message>
            <source>Try: pause, then take D steps alone, then G steps alone · k = 10 · the minimax loss · relu in the generator (p_g gets corners) · mean 4 · a D learning rate of 5e-2 (D starts to shake).</source>
            <translation>试试：暂停，先单独走 D 步，再单独走 G 步 · k = 10 · 极小极大损失 · 生成器用 relu（p_g 出现棱角）· 均值 4 · D 的学习率 5e-2（D 开始抖动）。</translation>
        </message>
        <message>
            <source>Try: penalty none while it runs (the arrows grow, the samples start to shake) · R2 · λ penalty 10 · 32 samples a batch.</source>
            <translation>试试：运行中取消惩罚（箭头变长，样本开始抖动）· R2 · 惩罚权重 λ = 10 · 每批 32 个样本。</translation>
        </message>
        <message>
            <source>Try: reverse-kl while it runs: the bump lingers between the modes for 500 steps, then falls to one side · weights 1 and 1 (reverse KL then can stay in the middle for good: a local minimum) · jeffrey · the alternative loss · k = 1.</source>
            <translation>试试：运行中改为反向 KL：峰在两个模式之间停留 500 步，然后倒向一边 · 权重 1 和 1（这时反向 KL 可以一直停在中间：局部极小）· Jeffrey · 替代的 L_G · k = 1。</translation>
        </message>
        <message>
            <source>Try: spectral norm for D, its usual company · the least-squares loss from the same start · k = 5 · a D learning rate of 5e-3.</source>
            <translation>试试：D 用谱归一化，它通常的搭配 · 同样的开头，换最小二乘损失 · k = 5 · D 的学习率 5e-3。</translation>
        </message>
        <message>
            <source>Try: standard deviation 0.02 · k = 5 · both learning rates 0.01 · relu in place of leaky-relu (most seeds then wander before they spread) · the preset ring-collapse.</source>
            <translation>试试：标准差 0.02 · k = 5 · 双方学习率 0.01 · 用 relu 代替 leaky-relu（多数种子会先游走再散开）· 预设 ring-collapse。</translation>
        </message>
        <message>
            <source>Try: the R1 penalty with λ = 0.1 (calmer, but some seeds still go astray) · the Wasserstein loss with the gradient penalty, as in the preset moons (none does) · k = 2 · 16 runs.</source>
            <translation>试试：R1 惩罚，λ = 0.1（更平稳，但仍有种子走偏）· Wasserstein 损失加梯度惩罚，如预设 moons（没有一个走偏）· k = 2 · 16 个运行。</translation>
        </message>
        <message>
            <source>Try: the loss minimax: it stops coming nearer · order simultaneous: it ends on a small circle instead · the penalty R1: now in earnest.</source>
            <translation>试试：极小极大损失：不再靠近 · 顺序改为同时：最后停在一个小圆上 · R1 惩罚：这才真正收敛。</translation>
        </message>
        <message>
            <source>Try: the non-saturating loss from the same start · k = 5 · standard deviation 0.02 · both learning rates 5e-3.</source>
            <translation>试试：同样的开头，换非饱和损失 · k = 5 · 标准差 0.02 · 双方学习率 5e-3。</translation>
        </message>
        <message>
            <source>Try: the non-saturating loss while it runs: the samples shoot off and arrive · k = 1 from the start (a D that is not perfect is a better teacher) · Adam for G, which divides the vanishing gradient by its own size, and hides the trouble.</source>
            <translation>试试：运行中改用非饱和损失：样本飞了出去，然后到达 · 一开始就用 k = 1（不完美的 D 是更好的老师）· G 改用 Adam，它用梯度自身的大小去除消失的梯度，掩盖了问题。</translation>
        </message>
        <message>
            <source>Try: the non-saturating loss while it runs: they set out at once · k = 1 · Adam for G, which hides the difference by dividing by the gradient's size · instance noise 1.</source>
            <translation>试试：运行中改用非饱和损失：样本立刻动身 · k = 1 · G 用 Adam，它除以梯度的大小，掩盖了差别 · 实例噪声 1。</translation>
        </message>
        <message>
            <source>Try: the preset grid-wgan-gp · k = 5 · noise dimension 2 · pack 2 · a generator learning rate of 1e-4.</source>
            <translation>试试：预设 grid-wgan-gp · k = 5 · 噪声维数 2 · 打包数 2 · 生成器的学习率 1e-4。</translation>
        </message>
        <message>
            <source>Try: thickness 0.2 · the non-saturating loss, penalty none and k = 1 (see nine-seeds) · uniform noise · 8 units a layer.</source>
            <translation>试试：厚度 0.2 · 非饱和损失、无惩罚、k = 1（见 nine-seeds）· 均匀噪声 · 每层 8 个单元。</translation>
        </message>
        <message>
            <source>Try: turns 2.5 · thickness 0.1 · noise dimension 1 (a line onto a line) · the non-saturating loss with no penalty and k = 1.</source>
            <translation>试试：圈数 2.5 · 厚度 0.1 · 噪声维数 1（线映到线）· 非饱和损失、无惩罚、k = 1。</translation>
        </message>
        <message>
            <source>Try: twist 0 · 9 arms · dropout 0.3 in the discriminator (a blunter D, a blurrier wheel) · both learning rates 5e-3.</source>
            <translation>试试：扭转 0 · 9 条臂 · 判别器的 dropout 0.3（D 更钝，风车更模糊）· 双方学习率 5e-3。</translation>
        </message>
        <message>
            <source>Try: θ = −2.5 · the minimax loss with no penalty: the line stands still · the panel JS versus Wasserstein.</source>
            <translation>试试：θ = −2.5 · 极小极大损失，无惩罚：线段停着不动 · 面板“JS 与 Wasserstein 对比”。</translation>
        </message>
        <message>
            <source>Try: λ adversarial 1 while it runs: the samples clump and fly about · back to 0.05: what some hundred steps have broken takes thousands to mend · Adam at 1e-3 for G.</source>
            <translation>试试：运行中把对抗权重 λ 设为 1：样本聚成团并四处飞 · 调回 0.05：几百步毁掉的，要几千步才能修复 · G 改用 Adam，学习率 1e-3。</translation>
        </message>
        <message>
            <source>Try: λ penalty 0.1, 1 and 5 · penalty none while it runs: it goes on turning where it is · order simultaneous: it still comes in.</source>
            <translation>试试：惩罚权重 λ 取 0.1、1 和 5 · 运行中取消惩罚：在原来的圆上继续转 · 顺序改为同时：仍然向内。</translation>
        </message>
        <message>
            <source>Try: λ penalty 10 while it runs · k = 1 · 128 units in every layer (sharper, slower) · the generated density as the ground.</source>
            <translation>试试：运行中把惩罚权重 λ 设为 10 · k = 1 · 每层 128 个单元（更清晰，更慢）· 以生成密度作底图。</translation>
        </message>
        <message>
            <source>Try: λ penalty 10 while it runs, then 0.01 · penalty none · k = 1 · the critic with contours as the ground of the plane.</source>
            <translation>试试：运行中把惩罚权重 λ 设为 10，再设为 0.01 · 无惩罚 · k = 1 · 以带等高线的评论器作底图。</translation>
        </message>
        <message>
            <source>Two moons</source>
            <translation>双月</translation>
        </message>
        <message>
            <source>Two moons without a discriminator: a kernel compares all samples with all data.</source>
            <translation>没有判别器也能得到双月：核函数把所有样本与所有数据比较。</translation>
        </message>
        <message>
            <source>Two points of a collapsed G always lie together, two points of the data hardly ever: D tells a pair that lacks diversity at a glance. Without packing all samples chase one mode; in pairs they lie all around the ring, and nothing else has changed. Few of them hit a mode, though: packing cures the collapse, not the blur.</source>
            <translation>崩塌的 G 给出的两个点总在一起，数据的两个点几乎从不如此：一对点若缺少多样性，D 一眼就能看出。不打包时，所有样本都追逐一个模式；成对时，它们分布在整个环上，而其他一切都没有变。不过命中模式的不多：打包治的是崩塌，不是模糊。</translation>
        </message>
        <message>
            <source>Two thin segments that do not touch: a good D is sure of both, log(1 − D(G(z))) is flat, and G stands still, though JS could be no worse. Noise on everything that D sees makes two broad clouds of them, which overlap. As the noise falls to 0 over 600 steps the thin data come out again, and by then the samples are there.</source>
            <translation>两条细线段互不相接：好的 D 对两者都有把握，log(1 − D(G(z))) 平坦，G 停着不动，尽管 JS 已经坏到极点。给 D 看到的一切加上噪声，就把它们变成两团宽的、互相重叠的云。噪声在 600 步内降到 0，细的数据重新显现，而这时样本已经到了。</translation>
        </message>
        <message>
            <source>Two time-scales</source>
            <translation>双时间尺度</translation>
        </message>
        <message>
            <source>Unbalanced ring</source>
            <translation>不均衡环</translation>
        </message>
        <message>
            <source>Unrolled GAN</source>
            <translation>展开 GAN</translation>
        </message>
        <message>
            <source>Unrolled GAN on the ring (2017)</source>
            <translation>环上的展开 GAN（2017）</translation>
        </message>
        <message>
            <source>V is the critic's estimate of the Wasserstein distance, up to a factor: it falls as the picture gets better, which no other GAN loss does. Clipping makes the critic simple: its contours are broad, the modes stay blurred, and few samples are of high quality.</source>
            <translation>V 是评论器对 Wasserstein 距离的估计（相差一个倍数）：它随图像变好而下降，其他 GAN 损失都做不到。裁剪使评论器变得简单：等高线很宽，模式仍然模糊，高质量样本很少。</translation>
        </message>
        <message>
            <source>VEEGAN's grid, the plain GAN row</source>
            <translation>VEEGAN 网格上的普通 GAN</translation>
        </message>
        <message>
            <source>WGAN and momentum</source>
            <translation>WGAN 与动量</translation>
        </message>
        <message>
            <source>WGAN with Adam and its momentum shakes and tears apart; RMSProp at the same rate does not.</source>
            <translation>WGAN 配 Adam 及其动量会抖动、撕裂；同样学习率的 RMSProp 则不会。</translation>
        </message>
        <message>
            <source>WGAN with clipped weights</source>
            <translation>权重裁剪的 WGAN</translation>
        </message>
        <message>
            <source>WGAN-GP on the grid</source>
            <translation>网格上的 WGAN-GP</translation>
        </message>
        <message>
            <source>WGAN-GP on the ring</source>
            <translation>环上的 WGAN-GP</translation>
        </message>
        <message>
            <source>WGAN-GP rolls a blob of samples up into a spiral, from the outside in.</source>
            <translation>WGAN-GP 把一团样本从外到内卷成螺旋。</translation>
        </message>
        <message>
            <source>WGAN-GP, eight Gaussians (2017)</source>
            <translation>WGAN-GP：八个高斯（2017）</translation>
        </message>
        <message>
            <source>Watch the generated points open like a flower, stretch towards the modes and gather on them. The last mode is found early; the share of points within three standard deviations goes on rising long after, and threads between the modes remain: a continuous G cannot cut them.</source>
            <translation>看生成的点像花一样张开，向各个模式伸展并聚集在上面。最后一个模式很早就找到；三个标准差以内的比例此后还会上升很久，模式之间的细丝仍在：连续的 G 剪不断它们。</translation>
        </message>
        <message>
            <source>Watch the gradient arrows shorten as the samples arrive: at the equilibrium D = 1/2, and its slope is 0. Without the penalty the slope stays, and the players go on circling.</source>
            <translation>看样本到达时梯度箭头变短：平衡时 D = 1/2，斜率为 0。没有惩罚时，斜率一直存在，双方不停地绕圈。</translation>
        </message>
        <message>
            <source>Weights that start too small: with batch norm G learns at once, without it stays a point.</source>
            <translation>初始权重太小：有批归一化，G 立刻开始学；没有，就一直是一个点。</translation>
        </message>
        <message>
            <source>What the rule guards against is D's memory of past gradients. Adam with β₁ = 0.5 remembers two steps or so, and is as good as SGD at its best rate, 0.1; Adam with its usual β₁ = 0.9 remembers ten and swings past G's samples, which have moved on. SGD needs a rate of its own: at 0.01 D is too slow for G, at 0.3 modes come and go.</source>
            <translation>这条规则防的是 D 对过去梯度的记忆。β₁ = 0.5 的 Adam 只记得两步左右，与取最佳学习率 0.1 的 SGD 一样好；通常的 β₁ = 0.9 记得十步，会冲过已经移走的 G 的样本。SGD 需要自己的学习率：0.01 时 D 跟不上 G，0.3 时模式时有时无。</translation>
        </message>
        <message>
            <source>With K = 0, all samples sit on one mode until D has caught them. With K = 5, G sees what D would answer, so that crowding on one mode does not pay: the samples lie all around the ring in 14 of 16 seeds. They lie between the modes as well: fewer than 10 % are of high quality by then. Each step costs several times as much.</source>
            <translation>K = 0 时，所有样本落在一个模式上，直到被 D 识破。K = 5 时，G 看到 D 将如何回应，挤在一个模式上就不划算了：16 个种子中有 14 个，样本分布在整个环上。它们也落在模式之间：这时高质量样本不到 10 %。每一步的计算量是原来的数倍。</translation>
        </message>
        <message>
            <source>With LeakyReLU the samples spread at once; with ReLU most seeds wander about first.</source>
            <translation>用 LeakyReLU，样本立刻散开；用 ReLU，多数种子先四处游走。</translation>
        </message>
        <message>
            <source>With clipped weights the critic sits in a corner of its box and turns over from one step to the next. A memory of past gradients then pushes the wrong way. At the same learning rate, after 500 steps, Adam is two to four times as far from the data as RMSProp.</source>
            <translation>裁剪权重后，评论器处在盒子的角上，一步就可能翻转。对过去梯度的记忆便推向错误的方向。学习率相同，500 步之后，Adam 离数据的距离是 RMSProp 的二到四倍。</translation>
        </message>
        <message>
            <source>With four samples a minibatch layer norm learns; batch norm is lost in its own noise.</source>
            <translation>每批只有四个样本，层归一化能学；批归一化则淹没在自己的噪声里。</translation>
        </message>
        <message>
            <source>With the class y in hand, G has eight easy distributions to learn in place of a torn one. No thread between the modes is left, and after 500 steps 99 % of the samples are of high quality; without y, on the same networks, 15 %, and more only slowly. The price: somebody must have named the modes.</source>
            <translation>手里有了类别 y，G 要学的是八个容易的分布，而不是一个割裂的分布。模式之间不再有细丝，500 步后 99 % 的样本是高质量的；同样的网络没有 y 时只有 15 %，之后也只是慢慢增加。代价是：必须有人先给各模式起好名字。</translation>
        </message>
        <message>
            <source>With λ = 0.05 G takes small steps and covers the ring; with λ = 1 it is thrown about.</source>
            <translation>λ = 0.05 时，G 步子小，能覆盖整个环；λ = 1 时，G 被甩来甩去。</translation>
        </message>
        <message>
            <source>Without a Lipschitz bound the critic only turns: circles in the flow, spirals in steps.</source>
            <translation>没有 Lipschitz 约束，评论器只会转圈：流是圆，离散的步子是螺旋。</translation>
        </message>
        <message>
            <source>λ weighs the generator's loss. Both players use plain SGD here, where λ acts; Adam divides gradients by their size, so that with Adam the same knob does next to nothing.</source>
            <translation>λ 给生成器的损失加权。这里双方都用普通 SGD，λ 才有作用；Adam 会用梯度的大小去除梯度，因此同一个参数几乎不起作用。</translation>
        </message>
    </context>
    <context>
        <name>QObject</name>
        <message>
            <source>Choose data</source>
            <translation>选择数据</translation>
        </message>
    </context>
    <context>
        <name>Realness</name>
        <message>
            <source>D learns from old samples too; D* knows only those of now.</source>
            <translation>D 还从旧样本学习；D* 只知道现在的样本。</translation>
        </message>
        <message>
            <source>D's score D(x): undecided at %1, real above</source>
            <translation>D 的评分 D(x)：%1 处未定，以上为真</translation>
        </message>
        <message>
            <source>D's units are normed over data and samples, half and half</source>
            <translation>D 的单元在数据与样本上归一化，各占一半</translation>
        </message>
        <message>
            <source>D(x): how probably real D finds x</source>
            <translation>D(x)：D 认为 x 为真的概率</translation>
        </message>
        <message>
            <source>D* is not drawn under instance noise: D learns from blurred samples.</source>
            <translation>有实例噪声时不画 D*：D 从模糊后的样本学习。</translation>
        </message>
        <message>
            <source>D* of a point alone is unknown: D is told a class or sees a pack.</source>
            <translation>单个点的 D* 未知：D 还知道类别，或一次看一包样本。</translation>
        </message>
        <message>
            <source>E(x): how badly D, an auto-encoder, rebuilds x. Low means real</source>
            <translation>E(x)：D 是自编码器，E 为它重建 x 的误差。低即为真</translation>
        </message>
        <message>
            <source>No discriminator learns here: the kernel's witness is fixed by G.</source>
            <translation>这里没有学习的判别器：核的见证函数由 G 决定。</translation>
        </message>
        <message>
            <source>T(x) in the f-GAN's bound: undecided at f′(1) = %1, real above</source>
            <translation>f-GAN 下界中的 T(x)：f′(1) = %1 处未定，以上为真</translation>
        </message>
        <message>
            <source>The best critic is not known from the densities at x alone.</source>
            <translation>只凭 x 处的密度无法得知最优的评论器。</translation>
        </message>
        <message>
            <source>The critic's score f(x), with contour lines</source>
            <translation>评论器的评分 f(x)，带等高线</translation>
        </message>
        <message>
            <source>The kernel's witness f(x): above 0 where data outweigh samples</source>
            <translation>核的见证函数 f(x)：数据多于样本处大于 0</translation>
        </message>
        <message>
            <source>This data's density is not known, and so D* is not.</source>
            <translation>该数据的密度未知，所以 D* 也未知。</translation>
        </message>
        <message>
            <source>Under label noise ε p stands for (1 − ε) p + ε p_g, and p_g for (1 − ε) p_g + ε p.</source>
            <translation>有标签噪声 ε 时，p 代表 (1 − ε) p + ε p_g，p_g 代表 (1 − ε) p_g + ε p。</translation>
        </message>
        <message>
            <source>critic</source>
            <translation>评论器</translation>
        </message>
        <message>
            <source>critic f(x)</source>
            <translation>评论器 f(x)</translation>
        </message>
        <message>
            <source>data − samples</source>
            <translation>数据 − 样本</translation>
        </message>
        <message>
            <source>energy</source>
            <translation>能量</translation>
        </message>
        <message>
            <source>probability</source>
            <translation>概率</translation>
        </message>
        <message>
            <source>score</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>witness</source>
            <translation>见证</translation>
        </message>
        <message>
            <source>witness f(x)</source>
            <translation>见证 f(x)</translation>
        </message>
        <message>
            <source>x stands in a minibatch of data</source>
            <translation>x 处在一个数据小批量中</translation>
        </message>
    </context>
    <context>
        <name>Recent</name>
        <message>
            <source>Clear the list</source>
            <translation>清空列表</translation>
        </message>
        <message>
            <source>Open recent</source>
            <translation>打开最近的文件</translation>
        </message>
        <message>
            <source>{0}: no such file.</source>
            <translation>{0}：没有这个文件。</translation>
        </message>
    </context>
    <context>
        <name>Rescue</name>
        <message>
            <source>Discard it</source>
            <translation>丢弃</translation>
        </message>
        <message>
            <source>Keep it for later</source>
            <translation>留待以后</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Others are kept among the earlier runs ({0}).</source>
            <translation>其他会话已留在以往的运行中（{0}）。</translation>
        </message>
        <message>
            <source>The last session ended unexpectedly at step {0}.</source>
            <translation>上次会话在第 {0} 步意外结束。</translation>
        </message>
        <message>
            <source>The last session, “{1}”, ended unexpectedly at step {0}.</source>
            <translation>上次会话“{1}”在第 {0} 步意外结束。</translation>
        </message>
    </context>
    <context>
        <name>Row</name>
        <message>
            <source>applies while running</source>
            <translation>运行中即可生效</translation>
        </message>
        <message>
            <source>applies while running; to and from energy and moment matching, rebuilds the networks</source>
            <translation>运行中即可生效；换成或换掉能量与矩匹配时会重建网络</translation>
        </message>
        <message>
            <source>rebuilds the networks</source>
            <translation>重建网络</translation>
        </message>
    </context>
    <context>
        <name>RunsBrowser</name>
        <message>
            <source>1 run · {1} MB</source>
            <translation>1 个运行 · {1} MB</translation>
        </message>
        <message>
            <source>All settings are those of its preset.</source>
            <translation>所有设置都与预设相同。</translation>
        </message>
        <message>
            <source>An experiment of your own.</source>
            <translation>您自己的实验。</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Delete {0} runs</source>
            <translation>删除 {0} 个运行</translation>
        </message>
        <message>
            <source>Differs from its preset:</source>
            <translation>与预设的不同：</translation>
        </message>
        <message>
            <source>Earlier runs</source>
            <translation>以前的运行</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>结束于</translation>
        </message>
        <message>
            <source>Modes</source>
            <translation>模式数</translation>
        </message>
        <message>
            <source>New run with its settings</source>
            <translation>用它的设置新建运行</translation>
        </message>
        <message>
            <source>No longer in the trash: {0}.</source>
            <translation>已不在回收站中：{0}。</translation>
        </message>
        <message>
            <source>No run has these words.</source>
            <translation>没有含这些词的运行。</translation>
        </message>
        <message>
            <source>Nothing has been run yet.
A session of 50 steps or more is kept here when it ends.</source>
            <translation>还没有运行过。
达到 50 步的会话在结束时保存在这里。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>Search titles, settings, tags</source>
            <translation>搜索标题、设置、标签</translation>
        </message>
        <message>
            <source>Some of them could not be moved to the trash.</source>
            <translation>其中有些无法移到回收站。</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步数</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Tags, with commas between them</source>
            <translation>标签，用逗号分隔</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>The oldest without a tag go to the trash beyond</source>
            <translation>超过此大小时，最旧且无标签的移到回收站</translation>
        </message>
        <message>
            <source>The run is in the trash.</source>
            <translation>该运行已在回收站。</translation>
        </message>
        <message>
            <source>This window keeps no runs.</source>
            <translation>此窗口不保存运行。</translation>
        </message>
        <message>
            <source>seed {0}</source>
            <translation>种子 {0}</translation>
        </message>
        <message>
            <source>{0} branches</source>
            <translation>{0} 条分支</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} / {1}</translation>
        </message>
        <message>
            <source>{0} of {2} runs</source>
            <translation>{2} 个运行中的 {0} 个</translation>
        </message>
        <message>
            <source>{0} runs</source>
            <translation>{0} 次运行</translation>
        </message>
        <message>
            <source>{0} runs are in the trash.</source>
            <translation>{0} 个运行已在回收站。</translation>
        </message>
        <message>
            <source>{0} runs · {1} MB</source>
            <translation>{0} 个运行 · {1} MB</translation>
        </message>
        <message>
            <source>{0} steps in {1}</source>
            <translation>{1} 内 {0} 步</translation>
        </message>
    </context>
    <context>
        <name>RunsView</name>
        <message>
            <source>%1 runs</source>
            <translation>%1 个运行</translation>
        </message>
        <message>
            <source>One run.
Set Runs above 1 to train several seeds side by side.</source>
            <translation>只有一个运行。
把运行数设为大于 1，即可并排训练多个种子。</translation>
        </message>
        <message>
            <source>Run %1, seed %2: click to look at it in the other panels</source>
            <translation>运行 %1，种子 %2：点击后在其他面板中查看</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>多次运行</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>正在启动…</translation>
        </message>
        <message>
            <source>diverged</source>
            <translation>已发散</translation>
        </message>
        <message>
            <source>first %2 of %1 runs</source>
            <translation>%1 个运行中的前 %2 个</translation>
        </message>
        <message>
            <source>seed %1</source>
            <translation>种子 %1</translation>
        </message>
    </context>
    <context>
        <name>Scholar</name>
        <message>
            <source>The process that computes has ended unexpectedly.</source>
            <translation>计算进程意外结束。</translation>
        </message>
    </context>
    <context>
        <name>SessionFiles</name>
        <message>
            <source>And {0} more.</source>
            <translation>另有 {0} 处。</translation>
        </message>
        <message>
            <source>No state to go on from is left in it: its settings are opened, from step 0.</source>
            <translation>其中已没有可以继续的状态：只打开它的设置，从第 0 步开始。</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Opening {0}</source>
            <translation>正在打开 {0}</translation>
        </message>
        <message>
            <source>Save the session</source>
            <translation>保存会话</translation>
        </message>
        <message>
            <source>Saved {0}</source>
            <translation>已保存 {0}</translation>
        </message>
        <message>
            <source>The newest state left near its end is of step {0}: training goes on from there in a branch of its own, and nothing of what came after it is lost.</source>
            <translation>结尾附近仅存的最新状态在第 {0} 步：训练从那里在自己的分支中继续，其后的内容都不会丢失。</translation>
        </message>
        <message>
            <source>process {0} on {1}</source>
            <translation>{1} 上的进程 {0}</translation>
        </message>
        <message>
            <source>{0} is open in another window ({1}). This is a copy: what is done here is saved under another name.</source>
            <translation>{0} 已在另一个窗口中打开（{1}）。这里是一个副本：在此所做的将以别的名字保存。</translation>
        </message>
        <message>
            <source>{0} is open in another window ({1}): choose another name.</source>
            <translation>{0} 已在另一个窗口中打开（{1}）：请换一个名字。</translation>
        </message>
    </context>
    <context>
        <name>ShiftView</name>
        <message>
            <source>Both pull: JS with slope {0}, W₁ with slope {1}.</source>
            <translation>两者都有梯度：JS 的斜率为 {0}，W₁ 的斜率为 {1}。</translation>
        </message>
        <message>
            <source>Drag to move the second distribution</source>
            <translation>拖动以移动第二个分布</translation>
        </message>
        <message>
            <source>JS has a kink here; W₁ still pulls with slope {0}.</source>
            <translation>JS 在此处有尖点；W₁ 仍以斜率 {0} 拉动。</translation>
        </message>
        <message>
            <source>JS is almost flat here (slope {0}). W₁ still pulls with slope {1}.</source>
            <translation>JS 在此处几乎平坦（斜率 {0}）。W₁ 仍以斜率 {1} 拉动。</translation>
        </message>
        <message>
            <source>JS is flat here: its gradient is 0. W₁ still pulls with slope {0}.</source>
            <translation>JS 在此处平坦：梯度为 0。W₁ 仍以斜率 {0} 拉动。</translation>
        </message>
        <message>
            <source>JS versus Wasserstein</source>
            <translation>JS 与 Wasserstein 对比</translation>
        </message>
        <message>
            <source>KL = ∞ for θ ≠ 0</source>
            <translation>θ ≠ 0 时 KL = ∞</translation>
        </message>
        <message>
            <source>The two are equal: every distance is 0.</source>
            <translation>两者相同：所有距离都为 0。</translation>
        </message>
        <message>
            <source>θ, the distance between the two</source>
            <translation>θ，两者之间的距离</translation>
        </message>
        <message>
            <source>θ: drag here, or drag the green distribution itself</source>
            <translation>θ：拖动这里，或直接拖动绿色的分布</translation>
        </message>
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>diverged</source>
            <translation>已发散</translation>
        </message>
        <message>
            <source>in the past: step {0} of {1}</source>
            <translation>在过去：第 {0} 步，共 {1} 步</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>playing</source>
            <translation>播放中</translation>
        </message>
        <message>
            <source>starting</source>
            <translation>启动中</translation>
        </message>
        <message>
            <source>unsaved changes</source>
            <translation>有未保存的更改</translation>
        </message>
        <message>
            <source>worker lost</source>
            <translation>训练进程丢失</translation>
        </message>
        <message>
            <source>worker process</source>
            <translation>训练进程</translation>
        </message>
        <message>
            <source>worker thread</source>
            <translation>训练线程</translation>
        </message>
        <message>
            <source>{0} pictures/s</source>
            <translation>{0} 帧/秒</translation>
        </message>
        <message>
            <source>{0} steps/s</source>
            <translation>{0} 步/秒</translation>
        </message>
    </context>
    <context>
        <name>StepsView</name>
        <message>
            <source>off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>on</source>
            <translation>开</translation>
        </message>
        <message>
            <source>step</source>
            <translation>步</translation>
        </message>
    </context>
    <context>
        <name>Stop</name>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Stopped at step {step}, as set.</source>
            <translation>已按设置停在第 {step} 步。</translation>
        </message>
        <message>
            <source>Stopped at step {step}: played for {limit} s, as set.</source>
            <translation>停在第 {step} 步：已按设置播放满 {limit} 秒。</translation>
        </message>
        <message>
            <source>Stopped at step {step}: {measure} fell to {reading} (limit {limit}).</source>
            <translation>停在第 {step} 步：{measure} 降到 {reading}（界限 {limit}）。</translation>
        </message>
        <message>
            <source>Stopped at step {step}: {measure} rose to {reading} (limit {limit}).</source>
            <translation>停在第 {step} 步：{measure} 升到 {reading}（界限 {limit}）。</translation>
        </message>
        <message>
            <source>Stopped at step {step}: {reading} of {runs} runs diverged.</source>
            <translation>停在第 {step} 步：{runs} 次运行中有 {reading} 次发散。</translation>
        </message>
        <message>
            <source>the median of {measure}</source>
            <translation>{measure} 的中位数</translation>
        </message>
    </context>
    <context>
        <name>StripDialog</name>
        <message>
            <source>Add a session file</source>
            <translation>添加会话文件</translation>
        </message>
        <message>
            <source>Add a session file…</source>
            <translation>添加会话文件…</translation>
        </message>
        <message>
            <source>Caption</source>
            <translation>说明文字</translation>
        </message>
        <message>
            <source>Choose at least one row.</source>
            <translation>请至少选择一行。</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Drawn as</source>
            <translation>画法</translation>
        </message>
        <message>
            <source>File type</source>
            <translation>文件类型</translation>
        </message>
        <message>
            <source>Film strip</source>
            <translation>胶片图</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>列数</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>List</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>List steps as whole numbers with commas between them.</source>
            <translation>请用逗号分隔的整数列出步数。</translation>
        </message>
        <message>
            <source>Loading what draws figures…</source>
            <translation>正在载入绘图所需的组件…</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>会话</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步数</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>字号</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>宽度</translation>
        </message>
        <message>
            <source>as listed</source>
            <translation>按列表</translation>
        </message>
        <message>
            <source>branch {0}</source>
            <translation>分支 {0}</translation>
        </message>
        <message>
            <source>dense at the beginning</source>
            <translation>开头密集</translation>
        </message>
        <message>
            <source>density</source>
            <translation>密度</translation>
        </message>
        <message>
            <source>evenly</source>
            <translation>均匀</translation>
        </message>
        <message>
            <source>samples</source>
            <translation>样本</translation>
        </message>
    </context>
    <context>
        <name>Theatre</name>
        <message>
            <source>step {0}</source>
            <translation>第 {0} 步</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>A mode that had half its share of the samples or more has less than a tenth of it for 5 readings in a row and 100 steps. Not told apart while collapsed.</source>
            <translation>曾分到应有份额一半以上的模式，连续 5 次读数并持续 100 步不到应有份额的十分之一。崩塌期间不逐个说明。</translation>
        </message>
        <message>
            <source>A mode that was lost has half its share of the samples or more for 5 readings in a row and 100 steps.</source>
            <translation>丢失的模式连续 5 次读数并持续 100 步重新分到应有份额的一半以上。</translation>
        </message>
        <message>
            <source>A score, a loss or a weight of the run has become infinite or undefined.</source>
            <translation>这次运行的某个评分、损失或权重变成了无穷大或无定义。</translation>
        </message>
        <message>
            <source>After a collapse, for 3 readings in a row and 100 steps more than half of the modes have half their share of the samples or more.</source>
            <translation>崩塌之后，连续 3 次读数并持续 100 步，超过一半的模式分到应有份额的一半以上。</translation>
        </message>
        <message>
            <source>Bookmark</source>
            <translation>书签</translation>
        </message>
        <message>
            <source>Bookmark: {0}</source>
            <translation>书签：{0}</translation>
        </message>
        <message>
            <source>Bookmarks</source>
            <translation>书签</translation>
        </message>
        <message>
            <source>Branched at step {0}: {1}</source>
            <translation>在第 {0} 步分支：{1}</translation>
        </message>
        <message>
            <source>Branches</source>
            <translation>分支</translation>
        </message>
        <message>
            <source>Branches and bookmarks</source>
            <translation>分支与书签</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Change the note…</source>
            <translation>修改备注…</translation>
        </message>
        <message>
            <source>Collapse</source>
            <translation>崩塌</translation>
        </message>
        <message>
            <source>D saturated</source>
            <translation>D 饱和</translation>
        </message>
        <message>
            <source>Divergence</source>
            <translation>发散</translation>
        </message>
        <message>
            <source>For 100 steps D tells data from samples with 99 % accuracy or more, and its loss is under a tenth of the largest so far. Critics, which have no accuracy, do not saturate.</source>
            <translation>在 100 步里 D 以 99 % 以上的准确率区分数据和样本，且损失不到此前最大值的十分之一。评论家没有准确率，不算饱和。</translation>
        </message>
        <message>
            <source>For 3 readings in a row and 100 steps at most two fifths of the modes have half their share of the samples or more, after the generator has been on more of them, at once or in turn.</source>
            <translation>连续 3 次读数并持续 100 步，至多五分之二的模式分到应有份额的一半以上，而生成器曾经（同时或先后）到过更多模式。</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>前往</translation>
        </message>
        <message>
            <source>Gradient vanished</source>
            <translation>梯度消失</translation>
        </message>
        <message>
            <source>Grew from {0} at step {1}</source>
            <translation>在第 {1} 步从 {0} 长出</translation>
        </message>
        <message>
            <source>Mode lost</source>
            <translation>丢失模式</translation>
        </message>
        <message>
            <source>Mode regained</source>
            <translation>重获模式</translation>
        </message>
        <message>
            <source>Name of this branch:</source>
            <translation>此分支的名称：</translation>
        </message>
        <message>
            <source>Name the branch</source>
            <translation>命名分支</translation>
        </message>
        <message>
            <source>Note on step {0}:</source>
            <translation>第 {0} 步的备注：</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Recorded pictures</source>
            <translation>记录的图</translation>
        </message>
        <message>
            <source>Recovery</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Remove the bookmark</source>
            <translation>删除书签</translation>
        </message>
        <message>
            <source>Remove the branch</source>
            <translation>删除分支</translation>
        </message>
        <message>
            <source>Remove {0} and all branches that grew from it? This cannot be undone.</source>
            <translation>删除 {0} 以及从它长出的所有分支？此操作无法撤销。</translation>
        </message>
        <message>
            <source>Settings compared with {0}:</source>
            <translation>与 {0} 相比的设置：</translation>
        </message>
        <message>
            <source>Shown are the settings of that moment. Since then:</source>
            <translation>显示的是当时的设置。此后的改动：</translation>
        </message>
        <message>
            <source>The first branch</source>
            <translation>第一条分支</translation>
        </message>
        <message>
            <source>The same settings as {0}</source>
            <translation>与 {0} 的设置相同</translation>
        </message>
        <message>
            <source>The settings were the same as now.</source>
            <translation>当时的设置与现在相同。</translation>
        </message>
        <message>
            <source>Time line</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>While D is saturated, the gradient of the generator's loss is under 1/50 of the largest so far for 3 readings in a row and 50 steps.</source>
            <translation>D 饱和时，生成器损失的梯度连续 3 次读数并持续 50 步不到此前最大值的 1/50。</translation>
        </message>
        <message>
            <source>accuracy {0}</source>
            <translation>准确率 {0}</translation>
        </message>
        <message>
            <source>and {0} more</source>
            <translation>还有 {0} 项</translation>
        </message>
        <message>
            <source>back to now</source>
            <translation>回到现在</translation>
        </message>
        <message>
            <source>branch {0}</source>
            <translation>分支 {0}</translation>
        </message>
        <message>
            <source>mode {0}</source>
            <translation>模式 {0}</translation>
        </message>
        <message>
            <source>now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>on</source>
            <translation>开</translation>
        </message>
        <message>
            <source>press space: what you see is recorded here</source>
            <translation>按空格键：您看到的会记录在这里</translation>
        </message>
        <message>
            <source>run {0}</source>
            <translation>第 {0} 次运行</translation>
        </message>
        <message>
            <source>step {0}</source>
            <translation>第 {0} 步</translation>
        </message>
        <message>
            <source>step {0} of {1} — the past</source>
            <translation>第 {0} 步，共 {1} 步——过去</translation>
        </message>
        <message>
            <source>step {0}: click to go there</source>
            <translation>第 {0} 步：点击前往</translation>
        </message>
        <message>
            <source>step {0}: {1}</source>
            <translation>第 {0} 步：{1}</translation>
        </message>
        <message>
            <source>{0} begins here</source>
            <translation>{0} 从这里开始</translation>
        </message>
        <message>
            <source>{0} grew from here</source>
            <translation>{0} 从这里长出</translation>
        </message>
        <message>
            <source>{0} modes</source>
            <translation>{0} 个模式</translation>
        </message>
        <message>
            <source>{0} runs</source>
            <translation>{0} 次运行</translation>
        </message>
    </context>
    <context>
        <name>Transport</name>
        <message>
            <source>D</source>
            <translation>D</translation>
        </message>
        <message>
            <source>G</source>
            <translation>G</translation>
        </message>
        <message>
            <source>How many steps a second are played</source>
            <translation>每秒播放多少步</translation>
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
            <source>Two experiments side by side, in step</source>
            <translation>两个实验并排，同步训练</translation>
        </message>
        <message>
            <source>full speed</source>
            <translation>全速</translation>
        </message>
        <message>
            <source>seed {0}</source>
            <translation>种子 {0}</translation>
        </message>
        <message>
            <source>step</source>
            <translation>单步</translation>
        </message>
        <message>
            <source>steps</source>
            <translation>步</translation>
        </message>
        <message>
            <source>{0} steps/s</source>
            <translation>{0} 步/秒</translation>
        </message>
    </context>
    <context>
        <name>Travel</name>
        <message>
            <source>On the way to another moment: ask again in an instant.</source>
            <translation>正在前往另一时刻：请稍后再试。</translation>
        </message>
        <message>
            <source>There is no state to go on from at this moment yet.</source>
            <translation>此刻还没有可以继续的状态。</translation>
        </message>
        <message>
            <source>There is no state to go on from in this branch.</source>
            <translation>这条分支中没有可以继续的状态。</translation>
        </message>
    </context>
    <context>
        <name>Work</name>
        <message>
            <source>A folder for the figures</source>
            <translation>存放图的文件夹</translation>
        </message>
        <message>
            <source>Another export is still under way.</source>
            <translation>另一个导出尚未完成。</translation>
        </message>
        <message>
            <source>Export TensorBoard logs</source>
            <translation>导出 TensorBoard 日志</translation>
        </message>
        <message>
            <source>Export stopped</source>
            <translation>导出已停止</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>图</translation>
        </message>
        <message>
            <source>Saved {0}</source>
            <translation>已保存 {0}</translation>
        </message>
        <message>
            <source>TensorBoard logs</source>
            <translation>TensorBoard 日志</translation>
        </message>
    </context>
    <context>
        <name>knobs</name>
        <message>
            <source>Across the arm</source>
            <translation>垂直于臂</translation>
        </message>
        <message>
            <source>Activation</source>
            <translation>激活函数</translation>
        </message>
        <message>
            <source>After playing</source>
            <translation>播放满</translation>
        </message>
        <message>
            <source>Along the arm</source>
            <translation>沿臂方向</translation>
        </message>
        <message>
            <source>Alternative L_G</source>
            <translation>替代的 L_G</translation>
        </message>
        <message>
            <source>Arms</source>
            <translation>臂数</translation>
        </message>
        <message>
            <source>At step</source>
            <translation>到第几步</translation>
        </message>
        <message>
            <source>Average (EMA)</source>
            <translation>平均 (EMA)</translation>
        </message>
        <message>
            <source>Bandwidths</source>
            <translation>带宽</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>批大小</translation>
        </message>
        <message>
            <source>Cells</source>
            <translation>格数</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Conditional</source>
            <translation>条件</translation>
        </message>
        <message>
            <source>Consensus γ</source>
            <translation>共识 γ</translation>
        </message>
        <message>
            <source>Correlation</source>
            <translation>相关系数</translation>
        </message>
        <message>
            <source>D learns until</source>
            <translation>D 学到第几步</translation>
        </message>
        <message>
            <source>Divergence</source>
            <translation>散度</translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation>Dropout</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>G steps</source>
            <translation>G 步数</translation>
        </message>
        <message>
            <source>Generators</source>
            <translation>生成器个数</translation>
        </message>
        <message>
            <source>Half width</source>
            <translation>半边长</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>表头</translation>
        </message>
        <message>
            <source>Heaviest : lightest</source>
            <translation>最重 : 最轻</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>隐藏层</translation>
        </message>
        <message>
            <source>High</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>History of fakes</source>
            <translation>旧样本库</translation>
        </message>
        <message>
            <source>Horizon</source>
            <translation>计划长度</translation>
        </message>
        <message>
            <source>Initial weights</source>
            <translation>初始权重</translation>
        </message>
        <message>
            <source>Inner : outer</source>
            <translation>内 : 外</translation>
        </message>
        <message>
            <source>Instance noise σ</source>
            <translation>实例噪声 σ</translation>
        </message>
        <message>
            <source>Is</source>
            <translation>是</translation>
        </message>
        <message>
            <source>Label column</source>
            <translation>标签列</translation>
        </message>
        <message>
            <source>Label noise</source>
            <translation>标签噪声</translation>
        </message>
        <message>
            <source>Label smoothing</source>
            <translation>标签平滑</translation>
        </message>
        <message>
            <source>Layout</source>
            <translation>布局</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>学习率</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>下限</translation>
        </message>
        <message>
            <source>Margin m</source>
            <translation>间隔 m</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>均值</translation>
        </message>
        <message>
            <source>Mean in x</source>
            <translation>x 均值</translation>
        </message>
        <message>
            <source>Mean in y</source>
            <translation>y 均值</translation>
        </message>
        <message>
            <source>Means</source>
            <translation>各均值</translation>
        </message>
        <message>
            <source>Minibatch features</source>
            <translation>小批量特征</translation>
        </message>
        <message>
            <source>Minibatches</source>
            <translation>小批量</translation>
        </message>
        <message>
            <source>Modes</source>
            <translation>模式数</translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation>动量</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>噪声</translation>
        </message>
        <message>
            <source>Noise decays in</source>
            <translation>噪声衰减步数</translation>
        </message>
        <message>
            <source>Noise dimension</source>
            <translation>噪声维数</translation>
        </message>
        <message>
            <source>Norm</source>
            <translation>归一化</translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation>优化器</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>顺序</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>输出</translation>
        </message>
        <message>
            <source>Pack</source>
            <translation>打包数</translation>
        </message>
        <message>
            <source>Penalty</source>
            <translation>惩罚</translation>
        </message>
        <message>
            <source>Pulling away</source>
            <translation>推开项</translation>
        </message>
        <message>
            <source>Radius</source>
            <translation>半径</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>运行数</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>尺度</translation>
        </message>
        <message>
            <source>Scale data to</source>
            <translation>数据缩放到</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>学习率计划</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>边</translation>
        </message>
        <message>
            <source>Slope g₀</source>
            <translation>斜率 g₀</translation>
        </message>
        <message>
            <source>Spacing</source>
            <translation>间距</translation>
        </message>
        <message>
            <source>Spread</source>
            <translation>散布范围</translation>
        </message>
        <message>
            <source>Standard deviation</source>
            <translation>标准差</translation>
        </message>
        <message>
            <source>Standard deviation in x</source>
            <translation>x 标准差</translation>
        </message>
        <message>
            <source>Standard deviation in y</source>
            <translation>y 标准差</translation>
        </message>
        <message>
            <source>Standard deviations</source>
            <translation>各标准差</translation>
        </message>
        <message>
            <source>Standardise</source>
            <translation>标准化</translation>
        </message>
        <message>
            <source>Start of θ</source>
            <translation>θ 的起点</translation>
        </message>
        <message>
            <source>Start of ψ</source>
            <translation>ψ 的起点</translation>
        </message>
        <message>
            <source>Strokes</source>
            <translation>笔画</translation>
        </message>
        <message>
            <source>Thickness</source>
            <translation>厚度</translation>
        </message>
        <message>
            <source>Turns</source>
            <translation>圈数</translation>
        </message>
        <message>
            <source>Twist</source>
            <translation>扭转</translation>
        </message>
        <message>
            <source>Unroll K</source>
            <translation>展开 K</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>When diverged</source>
            <translation>发散时</translation>
        </message>
        <message>
            <source>When measure</source>
            <translation>当度量</translation>
        </message>
        <message>
            <source>a (fake)</source>
            <translation>a (生成)</translation>
        </message>
        <message>
            <source>b (real)</source>
            <translation>b (真实)</translation>
        </message>
        <message>
            <source>c (G's wish)</source>
            <translation>c (G 的目标)</translation>
        </message>
        <message>
            <source>c clip</source>
            <translation>裁剪 c</translation>
        </message>
        <message>
            <source>k (D steps)</source>
            <translation>k (D 步数)</translation>
        </message>
        <message>
            <source>λ adversarial</source>
            <translation>对抗权重 λ</translation>
        </message>
        <message>
            <source>λ penalty</source>
            <translation>惩罚权重 λ</translation>
        </message>
    </context>
    <context>
        <name>measures</name>
        <message>
            <source>Diverged</source>
            <translation>已发散</translation>
        </message>
        <message>
            <source>Fréchet distance</source>
            <translation>Fréchet 距离</translation>
        </message>
        <message>
            <source>High-quality samples</source>
            <translation>高质量样本</translation>
        </message>
        <message>
            <source>Higher is better, up to 98.9 %: a perfect generator reads that, and more means that the modes have shrunk.</source>
            <translation>越高越好，上限为 98.9 %：完美生成器即为此值，更高说明模式缩小了。</translation>
        </message>
        <message>
            <source>Higher is better. A mode counts as soon as one high-quality sample is nearest to it.</source>
            <translation>越高越好。只要有一个高质量样本离某个模式最近，该模式就算已捕获。</translation>
        </message>
        <message>
            <source>Jensen-Shannon divergence</source>
            <translation>Jensen-Shannon 散度</translation>
        </message>
        <message>
            <source>KL(p_g‖p)</source>
            <translation>KL(p_g‖p)</translation>
        </message>
        <message>
            <source>Lower is better. It compares only means and covariances: zero does not yet mean that the distributions are equal.</source>
            <translation>越低越好。它只比较均值和协方差：为零并不说明两个分布相同。</translation>
        </message>
        <message>
            <source>Lower is better. It grows where the generator puts points in places without data, and forgives missing modes.</source>
            <translation>越低越好。生成器把点放在没有数据的地方时它会增大；缺失的模式则不受惩罚。</translation>
        </message>
        <message>
            <source>Lower is better. The estimate is unbiased, so a perfect generator reads values on both sides of zero.</source>
            <translation>越低越好。这是无偏估计，因此完美生成器的读数会在零的两侧。</translation>
        </message>
        <message>
            <source>Lower is better. ln 2 = 0.693 means that the two distributions do not overlap at all, however near or far apart they lie.</source>
            <translation>越低越好。ln 2 = 0.693 表示两个分布完全不重叠，无论相距远近。</translation>
        </message>
        <message>
            <source>Lower is better: how far a grain of probability has to be carried on average. It falls with the distance even where the distributions do not overlap.</source>
            <translation>越低越好：一粒概率平均需要搬运多远。即使两个分布不重叠，它也随距离减小。</translation>
        </message>
        <message>
            <source>Lower is better: how unevenly the samples are spread over the modes. The logarithm of the number of modes, when one of equally heavy modes has taken all.</source>
            <translation>越低越好：样本在各模式上分布得多么不均匀。若各模式权重相等而其中一个占了全部，则为模式个数的对数。</translation>
        </message>
        <message>
            <source>Lower is better: the share of the probability that lies in the wrong place. 1 means no overlap.</source>
            <translation>越低越好：位置不对的概率所占比例。1 表示没有重叠。</translation>
        </message>
        <message>
            <source>MMD²</source>
            <translation>MMD²</translation>
        </message>
        <message>
            <source>Modes captured</source>
            <translation>已捕获模式</translation>
        </message>
        <message>
            <source>Norm of G's gradient</source>
            <translation>G 的梯度范数</translation>
        </message>
        <message>
            <source>Reverse KL over modes</source>
            <translation>模式上的反向 KL</translation>
        </message>
        <message>
            <source>Total variation</source>
            <translation>全变差距离</translation>
        </message>
        <message>
            <source>Wasserstein-1 distance</source>
            <translation>Wasserstein-1 距离（推土机距离）</translation>
        </message>
        <message>
            <source>data units</source>
            <translation>数据单位</translation>
        </message>
        <message>
            <source>data units²</source>
            <translation>数据单位²</translation>
        </message>
        <message>
            <source>modes</source>
            <translation>模式数</translation>
        </message>
        <message>
            <source>nats</source>
            <translation>nats</translation>
        </message>
        <message>
            <source>share</source>
            <translation>比例</translation>
        </message>
        <message>
            <source>share of the seeds</source>
            <translation>种子的比例</translation>
        </message>
    </context>
    <context>
        <name>theory</name>
        <message>
            <source>(0, η) and (θ, η), η ~ U[0, 1]:  JS = ln 2 for every θ ≠ 0,  W₁ = |θ|</source>
            <translation>(0, η) 与 (θ, η), η ~ U[0, 1]：JS = ln 2（θ ≠ 0）,  W₁ = |θ|</translation>
        </message>
        <message>
            <source>Both players also descend the length of the field: the flow spirals in.</source>
            <translation>双方还沿场的长度下降：流螺旋趋近。</translation>
        </message>
        <message>
            <source>Cuts the circle off and leaves an orbit inside.</source>
            <translation>把圆截断，里面留下一条轨道。</translation>
        </message>
        <message>
            <source>D also sees old samples.</source>
            <translation>D 还会看到旧样本。</translation>
        </message>
        <message>
            <source>D has no constant to reach a and b with, so only their signs turn the flow.</source>
            <translation>D 没有常数项，达不到 a 和 b，所以只有它们的符号决定流的转向。</translation>
        </message>
        <message>
            <source>D*(x) = (b p(x) + a p_g(x)) / (p(x) + p_g(x))</source>
            <translation>D*(x) = (b p(x) + a p_g(x)) / (p(x) + p_g(x))</translation>
        </message>
        <message>
            <source>D*(x) = p(x) / (p(x) + p_g(x))</source>
            <translation>D*(x) = p(x) / (p(x) + p_g(x))</translation>
        </message>
        <message>
            <source>D*(x) = sign(p(x) − p_g(x))</source>
            <translation>D*(x) = sign(p(x) − p_g(x))</translation>
        </message>
        <message>
            <source>Damps steep slopes alone: inside |ψ| ≤ g₀ the flow is the unpenalised one.</source>
            <translation>只阻尼陡的斜率：在 |ψ| ≤ g₀ 内，流与无惩罚时相同。</translation>
        </message>
        <message>
            <source>Damps the circle: the flow spirals in.</source>
            <translation>阻尼圆周运动：流螺旋趋近。</translation>
        </message>
        <message>
            <source>Draws ψ to ±g₀, so that with g₀ &gt; 0 the players never come to rest.</source>
            <translation>把 ψ 拉向 ±g₀，所以 g₀ &gt; 0 时双方永远停不下来。</translation>
        </message>
        <message>
            <source>E*(x) = 0 where p(x) ≥ p_g(x), m elsewhere</source>
            <translation>当 p(x) ≥ p_g(x) 时 E*(x) = 0，否则为 m</translation>
        </message>
        <message>
            <source>G looks ahead of D's updates (unroll).</source>
            <translation>G 预先看到 D 的更新（展开）。</translation>
        </message>
        <message>
            <source>Gaussians</source>
            <translation>高斯分布</translation>
        </message>
        <message>
            <source>Labels are exchanged at random.</source>
            <translation>标签随机互换。</translation>
        </message>
        <message>
            <source>Lipschitz penalty</source>
            <translation>Lipschitz 惩罚</translation>
        </message>
        <message>
            <source>N(0, 1) and N(θ, 1):  KL = θ²/2,  TV = 2Φ(|θ|/2) − 1,  W₁ = |θ|</source>
            <translation>N(0, 1) 与 N(θ, 1)：KL = θ²/2,  TV = 2Φ(|θ|/2) − 1,  W₁ = |θ|</translation>
        </message>
        <message>
            <source>Near the equilibrium it is the Wasserstein game: circles.</source>
            <translation>在平衡点附近即为 Wasserstein 博弈：绕圈。</translation>
        </message>
        <message>
            <source>Parallel segments</source>
            <translation>平行线段</translation>
        </message>
        <message>
            <source>R1</source>
            <translation>R1</translation>
        </message>
        <message>
            <source>R2</source>
            <translation>R2</translation>
        </message>
        <message>
            <source>Smooths the losses, which damps the circle where they are curved.</source>
            <translation>使损失变平滑，在损失弯曲处阻尼圆周运动。</translation>
        </message>
        <message>
            <source>T*(x) = f′(p(x) / p_g(x))</source>
            <translation>T*(x) = f′(p(x) / p_g(x))</translation>
        </message>
        <message>
            <source>The flow circles for ever; simultaneous steps spiral outwards.</source>
            <translation>流永远绕圈；同时更新则向外螺旋。</translation>
        </message>
        <message>
            <source>The flow circles; simultaneous steps multiply the radius by √(1 + h²).</source>
            <translation>流绕圈；同时更新使半径乘以 √(1 + h²)。</translation>
        </message>
        <message>
            <source>The flow does converge, but no faster than √(8/t).</source>
            <translation>流确实收敛，但不快于 √(8/t)。</translation>
        </message>
        <message>
            <source>The instance noise is drawn at random; here is its mean.</source>
            <translation>实例噪声是随机抽取的；这里用的是均值。</translation>
        </message>
        <message>
            <source>The non-saturating game at twice the speed.</source>
            <translation>两倍速度的非饱和博弈。</translation>
        </message>
        <message>
            <source>The optimizers are not plain SGD.</source>
            <translation>优化器不是普通 SGD。</translation>
        </message>
        <message>
            <source>The same as R1 here, where D has one slope everywhere.</source>
            <translation>这里与 R1 相同，因为 D 处处只有一个斜率。</translation>
        </message>
        <message>
            <source>U[0, 1] and U[θ, θ+1]:  JS = min(|θ|, 1)·ln 2,  W₁ = |θ|</source>
            <translation>U[0, 1] 与 U[θ, θ+1]：JS = min(|θ|, 1)·ln 2,  W₁ = |θ|</translation>
        </message>
        <message>
            <source>Uniforms</source>
            <translation>均匀分布</translation>
        </message>
        <message>
            <source>Wasserstein</source>
            <translation>Wasserstein</translation>
        </message>
        <message>
            <source>With the bound as G's loss the flow circles for every divergence.</source>
            <translation>以下界作 G 的损失时，对每种散度流都绕圈。</translation>
        </message>
        <message>
            <source>consensus</source>
            <translation>共识优化</translation>
        </message>
        <message>
            <source>f-GAN</source>
            <translation>f-GAN</translation>
        </message>
        <message>
            <source>gradient penalty</source>
            <translation>梯度惩罚</translation>
        </message>
        <message>
            <source>hinge</source>
            <translation>合页</translation>
        </message>
        <message>
            <source>instance noise</source>
            <translation>实例噪声</translation>
        </message>
        <message>
            <source>least squares</source>
            <translation>最小二乘</translation>
        </message>
        <message>
            <source>minimax</source>
            <translation>极小极大</translation>
        </message>
        <message>
            <source>non-saturating</source>
            <translation>非饱和</translation>
        </message>
        <message>
            <source>relativistic average</source>
            <translation>相对平均</translation>
        </message>
        <message>
            <source>weight clipping</source>
            <translation>权重裁剪</translation>
        </message>
    </context>
</TS>
